import { expect, it } from 'vitest';
import { read, said } from './reading.ts';

const INTERVIEW = 'I: Hvad fylder – helt ærligt?\n\nR05 (chef): Åh, “møderne” … på €-dagen.\n\nI: Og så?\n\nR05 (chef): Øh, driften.\n';

const utf16 = (text: string, order: 'le' | 'be', mark: boolean): Uint8Array => {
  const bytes = Buffer.from((mark ? '\ufeff' : '') + text, 'utf16le');
  return order === 'le' ? bytes : bytes.swap16();
};
const HIGH: Readonly<Record<string, number>> = { '–': 0x96, '“': 0x93, '”': 0x94, '…': 0x85, '€': 0x80 };
const windows1252 = (text: string): Uint8Array => Uint8Array.from(Array.from(text, (char) => HIGH[char] ?? char.charCodeAt(0)));

const encodings: Readonly<Record<string, (text: string) => Uint8Array>> = {
  'UTF-8': (text) => Buffer.from(text),
  'UTF-8 with a mark': (text) => Buffer.from(`\ufeff${text}`),
  'UTF-16 LE with a mark': (text) => utf16(text, 'le', true),
  'UTF-16 BE with a mark': (text) => utf16(text, 'be', true),
  'UTF-16 LE': (text) => utf16(text, 'le', false),
  'UTF-16 BE': (text) => utf16(text, 'be', false),
  'Windows-1252': windows1252,
};
const ends = { LF: '\n', CRLF: '\r\n', CR: '\r' } as const;

it.each(Object.keys(encodings).flatMap((encoding) => Object.keys(ends).map((end) => [encoding, end] as const)))(
  'an interview in %s with %s is the same interview',
  (encoding, end) => {
    const transcript = read(encodings[encoding]!(INTERVIEW.replaceAll('\n', ends[end as keyof typeof ends])));
    expect(transcript.text).toBe(INTERVIEW);
    expect(said(transcript)).toEqual(said(read(INTERVIEW)));
    expect(said(transcript)).toHaveLength(4);
  },
);
