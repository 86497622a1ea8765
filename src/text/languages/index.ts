import type { Language } from '../../model.ts';
import { da } from './da.ts';
import { en } from './en.ts';
import type { LanguageRules } from './language.ts';

export const languages: Readonly<Record<Language, LanguageRules>> = { da, en };
