/** What a report of codify's own begins with, so that it is never read as an interview nor written over unseen. */
export const REPORT_MARK = '<!-- codify report';
