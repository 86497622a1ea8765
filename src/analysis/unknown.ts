import type { Participant } from '../model.ts';

/** Where people are counted whose role or attribute is not known, in every language of a study. */
export const UNKNOWN = 'uoplyst';

/** What stands behind a quote in parentheses: the role of who says it, or what kind of document it comes from. */
export const roleOrKind = ({ role, document }: Participant): string => document ?? role ?? UNKNOWN;
