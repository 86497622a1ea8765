import type { Format } from './format.ts';
import { readPlain } from './forms.ts';

/** Markdown with labelled turns, with or without front matter. */
export const markdown: Format = { name: 'markdown', endings: ['.md', '.markdown'], read: readPlain };
