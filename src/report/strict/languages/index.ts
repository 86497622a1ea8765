import type { Language } from '../../../model.ts';
import { da } from './da.ts';
import { en } from './en.ts';
import type { HowManyWords } from './language.ts';

export const howManyWords: Readonly<Record<Language, HowManyWords>> = { da, en };
