/** Where people are counted whose role or attribute is not known, in every language of a study. */
export const UNKNOWN = 'uoplyst';
