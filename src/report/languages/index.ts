import type { Language } from '../../model.ts';
import { da } from './da.ts';
import { en } from './en.ts';
import type { ReportLanguage } from './language.ts';

export const reportLanguages: Readonly<Record<Language, ReportLanguage>> = { da, en };
