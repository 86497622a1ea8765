import { CodifyError } from '../../errors.ts';
import { lists } from '../../files/unzip.ts';
import type { Format, Source } from './format.ts';

/** A form that people have interviews in and codify cannot read; telling of it is all that is done. */
function foreign(
  name: string,
  endings: readonly string[],
  isSo: (bytes: Buffer) => boolean,
  tell: (bytes: Buffer, path: string) => readonly [string, string],
): Format {
  const bufferOf = ({ bytes }: Pick<Source, 'bytes'>): Buffer => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return {
    name,
    endings,
    recognises: (source) => isSo(bufferOf(source)),
    read(source) {
      const [message, hint] = tell(bufferOf(source), source.path);
      throw new CodifyError(message, { place: { path: source.path }, hint });
    },
  };
}

const OLD_OFFICE = Buffer.from('d0cf11e0a1b11ae1', 'hex');
const holds = (bytes: Buffer, part: string): boolean => bytes.includes(part, 0, 'utf16le');

const RECORDING = /\.(?:mp[234]|m4[abpv]|wav|wma|wmv|aac|aiff?|amr|flac|og[ag]|opus|mov|avi|mkv|webm|ds2|dss)$/i;

/** Is this the name of a recording? */
export function isRecording(name: string): boolean {
  return RECORDING.test(name);
}

function beginsAsRecording(bytes: Buffer): boolean {
  const head = bytes.subarray(0, 12).toString('latin1');
  return /^(?:ID3[\x02-\x04]\0|OggS\0|fLaC\0|RIFF[^]{4}(?:WAVE|AVI )|\0\0[^]{2}ftyp|\x1aE\xdf\xa3|\xff[\xfb\xf3\xf2\xf1\xf9])/.test(head);
}

/** Files of Office before 2007, and all that Office has locked with a password. */
const oldOffice = foreign(
  'old Office',
  ['.doc', '.dot'],
  (bytes) => bytes.subarray(0, 8).equals(OLD_OFFICE),
  (bytes, path) => {
    if (!bytes.subarray(0, 8).equals(OLD_OFFICE))
      return ['is no Office file, whatever its name says', 'open it in its own program and save it as .docx'];
    if (holds(bytes, 'EncryptedPackage')) return ['is protected by a password', 'open it with the password, and save it without one'];
    if (holds(bytes, 'Workbook') || /\.xls\w?$/i.test(path))
      return ['is an Excel file of the old kind (.xls)', 'save it in Excel as .xlsx'];
    return ['is a Word file of the old kind (.doc)', 'save it in Word as .docx'];
  },
);

const pages = foreign(
  'Pages',
  ['.pages'],
  (bytes) => lists(bytes, 'Index/Document.iwa'),
  () => ['is a Pages document, which only Pages can read', 'open it in Pages and export it as Word (.docx)'],
);

const recording = foreign('recording', [], beginsAsRecording, () => [
  'is a recording and no transcript',
  'have it transcribed, and give codify the text',
]);

/** Forms that are told of and not read. */
export const foreignFormats: readonly Format[] = [oldOffice, pages, recording];
