import type { Format } from './format.ts';
import { readPlain } from './forms.ts';

/** Plain text with labelled turns, with or without front matter. */
export const text: Format = { name: 'text', endings: ['.txt', '.text'], read: readPlain };
