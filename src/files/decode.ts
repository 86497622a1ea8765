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

// Other than what `windows-` and the number name.
const CODE_PAGES: Readonly<Record<number, string>> = {
  932: 'shift_jis',
  936: 'gbk',
  949: 'euc-kr',
  950: 'big5',
  10000: 'macintosh',
  65001: 'utf-8',
};

// The upper half of those of DOS, which Node does not know: American, Western, Nordic.
const DOS: Readonly<Record<number, string>> = {
  437: 'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u00a0',
  850: 'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u00ad±‗¾¶§÷¸°¨·¹³²■\u00a0',
  865: 'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø₧ƒáíóúñÑªº¿⌐¬½¼¡«¤░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u00a0',
};

/** What a code page is called. */
export function codePageName(codePage: number): string {
  return codePage in DOS ? `cp${codePage}` : `windows-${codePage}`;
}

/** The text of bytes in a code page of Windows or DOS; undefined when it has no such characters, or is not known here. */
export function decodeCodePage(bytes: Uint8Array, codePage: number): string | undefined {
  if (codePage === 1252) return decodeWindows1252(bytes);
  const upper = DOS[codePage];
  if (upper !== undefined)
    return Array.from(bytes, (byte) => (byte < 0x80 ? String.fromCharCode(byte) : upper.charAt(byte - 0x80))).join('');
  if (bytes.every((byte) => byte < 0x80)) return Buffer.from(bytes).toString('latin1');
  try {
    return new TextDecoder(CODE_PAGES[codePage] ?? `windows-${codePage}`, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
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

/** How long the UTF-8 sequence is that begins here, 0 where none does. */
function utf8Length(bytes: Uint8Array, at: number): number {
  const lead = bytes[at]!;
  const length = lead < 0x80 ? 1 : lead < 0xc2 ? 0 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : lead < 0xf5 ? 4 : 0;
  for (let i = 1; i < length; i += 1) if ((bytes[at + i]! & 0xc0) !== 0x80) return 0;
  return length;
}

/**
 * Where a file that is UTF-8 for the most part is not: two files were put together, or one was cut. Text in Windows-1252
 * hardly ever holds two letters that make one of UTF-8.
 */
function breakInUtf8(bytes: Uint8Array): number | undefined {
  let letters = 0;
  let broken = 0;
  let first: number | undefined;
  for (let at = 0; at < bytes.length;) {
    const length = utf8Length(bytes, at);
    if (length === 0) {
      first ??= at;
      broken += 1;
    } else if (length > 1) letters += 1;
    at += Math.max(1, length);
  }
  return letters > broken ? first : undefined;
}

// Controls that no text file holds; tabs, line ends, form feed and the ESC of coloured logs are left in peace.
const BINARY = /[\0-\x08\x0e-\x1a\x1c-\x1f]/;
const SAMPLE = 100_000;

function detect(bytes: Uint8Array, path: string): Decoded | undefined {
  const [a, b, c] = bytes;
  if (a === 0xff && b === 0xfe) return { text: decodeUtf16(bytes.subarray(2), 'utf-16le'), encoding: 'utf-16le' };
  if (a === 0xfe && b === 0xff) return { text: decodeUtf16(bytes.subarray(2), 'utf-16be'), encoding: 'utf-16be' };
  const wide = utf16WithoutMark(bytes);
  if (wide) return { text: decodeUtf16(bytes, wide), encoding: wide };
  // Pictures and packed files, of any size, show it soon.
  if (BINARY.test(Buffer.from(bytes.subarray(0, SAMPLE)).toString('latin1'))) return undefined;
  const marked = a === 0xef && b === 0xbb && c === 0xbf;
  const utf8 = decodeUtf8(marked ? bytes.subarray(3) : bytes);
  if (utf8 !== undefined) return { text: utf8, encoding: 'utf-8' };
  const broken = breakInUtf8(bytes);
  if (marked || broken !== undefined) {
    const at = broken ?? 3;
    const line = bytes.subarray(0, at).reduce((lines, byte) => lines + (byte === 0x0a ? 1 : 0), 1);
    throw new CodifyError(`is UTF-8 at first, but not from byte ${at + 1} on`, {
      place: { path, line },
      hint: 'it was cut, or put together of files in two encodings; save it again as UTF-8',
    });
  }
  const western = decodeWindows1252(bytes);
  return western === undefined ? undefined : { text: western, encoding: 'windows-1252' };
}

// What an earlier program put in place of letters it could not read. U+0085 ends a line on some machines.
const LOST = /[\x80-\x84\x86-\x9f\ufffd]/;

/**
 * The text of a file, whatever Western encoding it came in: a byte-order mark decides, then the zero bytes of UTF-16,
 * then valid UTF-8, and only then Windows-1252 for the whole file.
 * @throws CodifyError when the bytes are no text, are in two encodings, or hold what stands for lost letters
 */
export function decode(bytes: Uint8Array, path: string): Decoded {
  const found = detect(bytes, path);
  if (!found || BINARY.test(found.text)) {
    throw new CodifyError('is not a text file', { place: { path }, hint: 'save it as plain text (.txt) or Markdown (.md)' });
  }
  const lost = LOST.exec(found.text);
  if (lost) {
    throw new CodifyError('holds characters that were lost when it was converted before', {
      place: { path, line: withLf(found.text.slice(0, lost.index)).split('\n').length },
      hint: 'take the original, or write the right letters',
    });
  }
  return { text: withLf(found.text), encoding: found.encoding };
}
