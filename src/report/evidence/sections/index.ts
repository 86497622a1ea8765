import { account } from './account.ts';
import { codebook } from './codebook.ts';
import { coreq } from './coreq.ts';
import { coverage } from './coverage.ts';
import { overview } from './overview.ts';
import { quotes } from './quotes.ts';
import type { EvidenceSection } from './section.ts';

/** The team's file, in the order it is read. */
export const evidenceSections: readonly EvidenceSection[] = [account, overview, quotes, coverage, codebook, coreq];
