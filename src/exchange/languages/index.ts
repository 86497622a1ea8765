import type { Language } from '../../model.ts';
import { da } from './da.ts';
import { en } from './en.ts';
import type { ExchangeLanguage } from './language.ts';

export const exchangeLanguages: Readonly<Record<Language, ExchangeLanguage>> = { da, en };
