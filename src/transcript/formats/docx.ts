import { isWord, readWord } from '../../files/word.ts';
import { readBlocks } from './document.ts';
import type { Format } from './format.ts';

/** Word documents. */
export const docx: Format = {
  name: 'docx',
  endings: ['.docx', '.docm'],
  recognises: ({ bytes }) => isWord(bytes),
  async read(source) {
    const { blocks, leftOut } = await readWord(source.bytes, source.path);
    const what = leftOut === 1 ? 'a footnote, comment or piece of hidden text' : `${leftOut} footnotes, comments or pieces of hidden text`;
    return readBlocks(blocks, source, leftOut === 0 ? [] : [`${what} left out`]);
  },
};
