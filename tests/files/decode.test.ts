import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CodifyError } from '../../src/errors.ts';
import { decode } from '../../src/files/decode.ts';
import { faultOf } from './faults.ts';
import { runs } from '../chance.ts';

const utf16 = (text: string, order: 'le' | 'be', mark: boolean): Uint8Array => {
  const bytes = Buffer.from((mark ? '\ufeff' : '') + text, 'utf16le');
  return order === 'le' ? bytes : bytes.swap16();
};
const latin1 = (text: string): Uint8Array => Buffer.from(text, 'latin1');

describe('the encoding of a file', () => {
  const said = 'R05: Vi når det ikke – “aldrig”, sagde hun … før på €-dagen i Ærø';
  test.each([
    ['UTF-8 without a mark', Buffer.from(said), 'utf-8'],
    ['UTF-8 with a byte-order mark', Buffer.from(`\ufeff${said}`), 'utf-8'],
    ['UTF-16 LE with a mark', utf16(said, 'le', true), 'utf-16le'],
    ['UTF-16 BE with a mark', utf16(said, 'be', true), 'utf-16be'],
    ['UTF-16 LE without a mark', utf16(said, 'le', false), 'utf-16le'],
    ['UTF-16 BE without a mark', utf16(said, 'be', false), 'utf-16be'],
  ] as const)('%s gives the words as they were written, without the mark', (_, bytes, encoding) => {
    expect(decode(bytes, 'a.txt')).toEqual({ text: said, encoding });
  });

  test('Windows-1252 keeps its quotation marks, dash, dots and euro sign', () => {
    expect(decode(latin1('R05: \x93S\xe5 er det s\xe5dan\x94 \x96 ja\x85 \x80 5'), 'a.txt')).toEqual({
      text: 'R05: “Så er det sådan” – ja… € 5',
      encoding: 'windows-1252',
    });
  });

  test('every high byte of Windows-1252 is the character of its table', () => {
    const bytes = Uint8Array.from({ length: 0x100 - 0x80 }, (_, i) => 0x80 + i).filter(
      (byte) => ![0x81, 0x8d, 0x8f, 0x90, 0x9d].includes(byte),
    );
    const high = '€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ';
    const latin = String.fromCharCode(...Array.from({ length: 0x60 }, (_, i) => 0xa0 + i));
    expect(decode(bytes, 'a.txt')).toEqual({ text: high + latin, encoding: 'windows-1252' });
  });

  test('one byte that is not UTF-8 makes the whole file Windows-1252, never a replacement character', () => {
    const { text, encoding } = decode(Buffer.concat([Buffer.from('Blåbær. '), latin1('Bl\xe5b\xe6r.')]), 'a.txt');
    expect(encoding).toBe('windows-1252');
    expect(text).toMatch(/Blåbær\.$/);
    expect(text).not.toContain('\ufffd');
  });

  test('a mark of UTF-8 with other bytes behind it is refused, not guessed at', () => {
    expect(faultOf(() => decode(Uint8Array.from([0xef, 0xbb, 0xbf, 0x52, 0xe6]), 'a.txt')).place).toEqual({
      path: 'a.txt',
      line: 1,
    });
  });

  test('a file that is UTF-8 until it is not is refused with the byte and the line', () => {
    const bytes = Buffer.concat([Buffer.from('Blåbær på ærø.\nOg så: '), latin1('bl\xe5b\xe6r')]);
    const fault = faultOf(() => decode(bytes, 'a.txt'));
    expect(fault.message).toBe(`is UTF-8 at first, but not from byte ${bytes.indexOf(0xe5, 20) + 1} on`);
    expect(fault.place).toEqual({ path: 'a.txt', line: 2 });
  });

  test.each(['\ufffd', '\x80', '\x9f'])('what an earlier program lost is refused with its line: %j', (lost) => {
    const fault = faultOf(() => decode(Buffer.from(`I: Hej\r\nR1: Bl${lost}b\u00e6r`), 'a.txt'));
    expect(fault.message).toMatch(/were lost/);
    expect(fault.place).toEqual({ path: 'a.txt', line: 2 });
  });
});

describe('the characters of a file', () => {
  test.each([
    ['CRLF', 'a\r\nb\r\n\r\nc', 'a\nb\n\nc'],
    ['a lone CR', 'a\rb\r\rc', 'a\nb\n\nc'],
    ['a mixture', 'a\r\nb\rc\nd', 'a\nb\nc\nd'],
  ])('line ends as %s become LF', (_, written, text) => {
    expect(decode(Buffer.from(written), 'a.txt').text).toBe(text);
  });

  test.each([
    ['a decomposed å', 'a\u030arhus'],
    ['a no-break space', 'R05\u00a0: ja'],
    ['a zero-width space', '\u200bR05: ja'],
    ['a line separator', 'ja\u2028nej'],
    ['a soft hyphen', 'sam\u00adskabelse'],
    ['tab and form feed', 'a\tb\fc'],
    ['letters beyond the basic plane', 'ja 😀 nej'],
  ])('%s stays as it was written', (_, written) => {
    expect(decode(Buffer.from(written), 'a.txt').text).toBe(written);
  });

  test('an empty file is an empty text', () => {
    expect(decode(new Uint8Array(), 'a.txt').text).toBe('');
  });
});

describe('what is no text', () => {
  test.each([
    ['a zip', Buffer.from('PK\x03\x04\x14\0\x06\0', 'latin1')],
    ['a picture', Buffer.from('\x89PNG\r\n\x1a\n\0\0\0\rIHDR', 'latin1')],
    ['text with a zero in it', Buffer.from('R05: ja\0nej')],
    ['UTF-32', Uint8Array.from([0xff, 0xfe, 0, 0, 0x52, 0, 0, 0])],
    ['a byte without a character in Windows-1252', Uint8Array.from([0x52, 0x81])],
  ])('%s is refused by name, with advice', (_, bytes) => {
    const fault = faultOf(() => decode(bytes, 'interview/01.txt'));
    expect(fault.place?.path).toBe('interview/01.txt');
    expect(fault.hint).toMatch(/\.txt/);
  });

  test('whatever the bytes, the answer is a text with LF or a fault of the user', () => {
    const marks = [[], [0xef, 0xbb, 0xbf], [0xff, 0xfe], [0xfe, 0xff]];
    fc.assert(
      fc.property(fc.constantFrom(...marks), fc.uint8Array({ maxLength: 300 }), fc.boolean(), (mark, rest, wide) => {
        const bytes = Uint8Array.from([...mark, ...rest].flatMap((byte) => (wide ? [byte, 0] : [byte])));
        try {
          expect(decode(bytes, 'a.txt').text).not.toContain('\r');
        } catch (error) {
          if (!(error instanceof CodifyError)) throw error;
        }
      }),
      { numRuns: runs(1000) },
    );
  });

  test('whatever the words, every encoding that can hold them gives them back', () => {
    const text = fc.stringMatching(/^[abcæøåÆØÅ .,:\n“”–…€]+$/);
    fc.assert(
      fc.property(text, (tail) => {
        const written = `R05: ${tail}`;
        const readings = [Buffer.from(written), Buffer.from(`\ufeff${written}`), utf16(written, 'le', true), utf16(written, 'be', true)];
        for (const bytes of readings) expect(decode(bytes, 'a.txt').text).toBe(written);
      }),
    );
  });
});
