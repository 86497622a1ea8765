import type { Language } from '../../../model.ts';
import { da } from './da.ts';
import { en } from './en.ts';
import type { EvidenceLanguage } from './language.ts';

export const evidenceLanguages: Readonly<Record<Language, EvidenceLanguage>> = { da, en };
