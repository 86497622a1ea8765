import { strToU8, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { readAs, refusalOf, saidIn } from './said.ts';

const ole = (part: string): Buffer =>
  Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(504), Buffer.from(part, 'utf16le')]);

test.each<[string, Uint8Array | string, RegExp]>([
  ['01.doc', ole('WordDocument'), /old kind .*save it in Word as \.docx/],
  ['01.xls', ole('Workbook'), /old kind .*save it in Excel as \.xlsx/],
  ['01.docx', ole('EncryptedPackage'), /protected by a password \(.*save it without one/],
  ['01.doc', 'x', /no Office file/],
  ['01.pages', zipSync({ 'Index/Document.iwa': strToU8('x') }), /Pages document.*export it as Word/],
  ['01.zip', zipSync({ 'Index/Document.iwa': strToU8('x') }), /Pages document/],
  ['01.pages', 'x', /Pages document/],
  ['01.mp3', 'ID3\x03\0\0', /recording and no transcript \(have it transcribed/],
  ['01.m4a', '\0\0\0\x20ftypM4A ', /recording/],
  ['01.wav', 'RIFF1234WAVEfmt ', /recording/],
  ['01.txt', 'OggS\0\x02', /recording/],
])('%s is told of with what to do', async (name, content, sentence) => {
  expect(await refusalOf(name, content)).toMatch(sentence);
});

test('a file called .doc is read where it holds what can be read', async () => {
  expect(await saidIn('01.doc', String.raw`{\rtf1 R1: Ja.}`)).toEqual(['R1 | Ja.']);
});

test.each(['ID3: Hvad?\n\nID4: Ja.\n\nID3: Nå.\n\nID4: Jo.\n', 'Her ftyp.\n\nR1: Ja.\n'])('%j is no recording', async (text) => {
  expect((await readAs('01.txt', text))[0]!.turns.length).toBeGreaterThan(0);
});
