import { isWord, readWord } from '../../files/word.ts';
import { readDocument } from './document.ts';
import type { Format } from './format.ts';

/** Word documents. */
export const docx: Format = {
  name: 'docx',
  endings: ['.docx', '.docm'],
  recognises: ({ bytes }) => isWord(bytes),
  read: async (source) => readDocument(await readWord(source.bytes, source.path), source),
};
