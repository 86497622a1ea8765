/** What codify's own comments in a report begin with, so that it is never read as an interview nor written over unseen. */
export const REPORT_MARK = '<!-- codify ';

/** The property by which a Word file is known to be codify's; its value is a hash of the rest of the file. */
export const REPORT_PROPERTY = 'codify';
