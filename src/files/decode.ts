import { CodifyError } from '../errors.ts';

/** A file's characters: without byte-order mark, line ends as LF, otherwise as written. */
export interface Decoded {
  readonly text: string;
  readonly encoding: 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';
}

// Node 20's own decoder turns these 32 bytes into control characters (nodejs/node #56542), so they are listed here.
// Five bytes have no character in Windows-1252.
const WINDOWS_1252_HIGH = '€\0‚ƒ„…†‡ˆ‰Š‹Œ\0Ž\0\0‘’“”•–—˜™š›œ\0žŸ';

function decodeWindows1252(bytes: Uint8Array): string | undefined {
  const latin = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  const text = latin.replace(/[\x80-\x9f]/g, (char) => WINDOWS_1252_HIGH.charAt(char.charCodeAt(0) - 0x80));
  return text.includes('\0') ? undefined : text;
}

/** The text of UTF-8 bytes, without mark and with LF; undefined when they are no UTF-8. */
export function decodeUtf8(bytes: Uint8Array): string | undefined {
  try {
    return withLf(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return undefined;
  }
}

const withLf = (text: string): string => (text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text);

function decodeUtf16(bytes: Uint8Array, encoding: 'utf-16le' | 'utf-16be'): string {
  const even = Buffer.from(bytes.subarray(0, bytes.length - (bytes.length % 2)));
  if (encoding === 'utf-16be') even.swap16();
  return even.toString('utf16le');
}

/** UTF-16 without a mark shows as a zero in nearly every second byte of Western text. */
function utf16WithoutMark(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  const sample = bytes.subarray(0, 4096);
  if (sample.length < 4) return undefined;
  let even = 0;
  let odd = 0;
  for (let i = 0; i < sample.length; i += 1) {
    if (sample[i] !== 0) continue;
    if (i % 2 === 0) even += 1;
    else odd += 1;
  }
  const most = 0.4 * (sample.length / 2);
  if (odd > most && even === 0) return 'utf-16le';
  if (even > most && odd === 0) return 'utf-16be';
  return undefined;
}

function detect(bytes: Uint8Array): Decoded | undefined {
  const [a, b, c] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) {
    const text = decodeUtf8(bytes.subarray(3));
    return text === undefined ? undefined : { text, encoding: 'utf-8' };
  }
  if (a === 0xff && b === 0xfe) return { text: decodeUtf16(bytes.subarray(2), 'utf-16le'), encoding: 'utf-16le' };
  if (a === 0xfe && b === 0xff) return { text: decodeUtf16(bytes.subarray(2), 'utf-16be'), encoding: 'utf-16be' };
  const wide = utf16WithoutMark(bytes);
  if (wide) return { text: decodeUtf16(bytes, wide), encoding: wide };
  const utf8 = decodeUtf8(bytes);
  if (utf8 !== undefined) return { text: utf8, encoding: 'utf-8' };
  const western = decodeWindows1252(bytes);
  return western === undefined ? undefined : { text: western, encoding: 'windows-1252' };
}

// Controls that no text file holds; tabs, line ends, form feed and the ESC of coloured logs are left in peace.
const BINARY = /[\0-\x08\x0e-\x1a\x1c-\x1f]/;

/**
 * The text of a file, whatever Western encoding it came in: a byte-order mark decides, then the zero bytes of UTF-16,
 * then valid UTF-8, and only then Windows-1252 for the whole file.
 * @throws CodifyError when the bytes are no text
 */
export function decode(bytes: Uint8Array, path: string): Decoded {
  const found = detect(bytes);
  if (!found || BINARY.test(found.text)) {
    throw new CodifyError('is not a text file', { place: { path }, hint: 'save it as plain text (.txt) or Markdown (.md)' });
  }
  return { text: withLf(found.text), encoding: found.encoding };
}
