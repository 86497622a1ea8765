/** What codify's own comments in a report begin with, so that it is never read as an interview nor written over unseen. */
export const REPORT_MARK = '<!-- codify ';
