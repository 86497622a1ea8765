import type { Format } from './format.ts';
import { readLabelled } from './labelled.ts';

/** Plain text with labelled turns, with or without front matter. */
export const text: Format = { name: 'text', endings: ['.txt', '.text'], read: readLabelled };
