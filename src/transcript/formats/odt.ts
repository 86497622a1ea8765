import { isOpenDocument, readOpenDocument } from '../../files/open-document.ts';
import { readDocument } from './document.ts';
import type { Format } from './format.ts';

/** OpenDocument texts, as LibreOffice and Google Docs write them. */
export const odt: Format = {
  name: 'odt',
  endings: ['.odt', '.ott', '.fodt'],
  recognises: ({ bytes, head }) => isOpenDocument(bytes, head),
  read: async (source) => readDocument(await readOpenDocument(source.bytes, source.head, source.path), source),
};
