import { da } from './da.ts';
import { en } from './en.ts';
import type { ProseRules } from './language.ts';
import type { Language } from '../../../model.ts';

export const proseLanguages: Readonly<Record<Language, ProseRules>> = { da, en };
