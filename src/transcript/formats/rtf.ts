import { isRtf, readRtf } from '../../files/rtf.ts';
import { readDocument } from './document.ts';
import type { Format } from './format.ts';

/** Rich Text Format, as Word, LibreOffice, TextEdit and transcription programs write it. */
export const rtf: Format = {
  name: 'rtf',
  endings: ['.rtf'],
  recognises: ({ bytes }) => isRtf(bytes),
  read(source) {
    const { encoding, ...document } = readRtf(source.bytes, source.path);
    return readDocument(document, source).map((reading) => ({ ...reading, encoding }));
  },
};
