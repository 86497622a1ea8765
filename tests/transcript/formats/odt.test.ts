import { strToU8, zipSync } from 'fflate';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readAs, refusalOf, saidIn } from './said.ts';
import { runs } from '../../chance.ts';

const NAMES = ['office', 'style', 'text', 'table', 'fo', 'draw', 'svg'].map((name) => `xmlns:${name}="urn:${name}"`).join(' ');
const STYLES =
  '<style:style style:name="B" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style>' +
  '<style:style style:name="B2" style:family="text" style:parent-style-name="B"/>' +
  '<style:style style:name="N" style:family="text"><style:text-properties fo:font-weight="400"/></style:style>' +
  '<style:style style:name="H" style:family="text"><style:text-properties text:display="none"/></style:style>' +
  '<style:style style:name="B" style:family="paragraph"/><style:style style:name="X" style:family="text" style:parent-style-name="X"/>';
const contentXml = (body: string): string =>
  `<office:document-content ${NAMES}><office:automatic-styles>${STYLES}</office:automatic-styles><office:body><office:text>${body}</office:text></office:body></office:document-content>`;
const zip = (files: Record<string, string | Uint8Array>): Uint8Array =>
  zipSync(
    Object.fromEntries(
      Object.entries(files).map(([name, one]) => [
        name,
        [typeof one === 'string' ? strToU8(one) : one, { level: name === 'mimetype' ? 0 : 6 }],
      ]),
    ),
  );
const MIMETYPE = 'application/vnd.oasis.opendocument.text';
const odt = (body: string): Uint8Array => zip({ mimetype: MIMETYPE, 'content.xml': contentXml(body) });
const p = (text: string): string => `<text:p>${text}</text:p>`;
const answer = async (body: string): Promise<string> => (await saidIn('01.odt', odt(p('I: Hvad?') + p(`R1: ${body}`))))[1] ?? '';

describe('what an OpenDocument text says', () => {
  it.each([
    ['tabs, breaks and blanks', 'a<text:tab/>b<text:line-break/>c<text:s text:c="3"/>d<text:s/>e', 'a\tb\nc   d e'],
    ['one blank for what the XML is laid out with', 'a\n   b <text:span> c</text:span>\t d', 'a b c d'],
    ['entities', 'a &amp; b &lt;c&gt; &#230;', 'a & b <c> æ'],
    [
      'nothing of notes and comments',
      'a<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>x</text:p></text:note-body></text:note><office:annotation><text:p>y</text:p></office:annotation>b',
      'ab',
    ],
    ['nothing hidden', 'a<text:span text:style-name="H"> skjult</text:span>b', 'ab'],
    ['links and fields', '<text:a>her</text:a> <text:page-number>3</text:page-number><text:soft-page-break/>', 'her 3'],
    ['insertions', 'a<text:change-start/>b<text:change-end/><text:change/>c', 'abc'],
  ])('has %s', async (_, body, words) => {
    expect(await answer(body)).toBe(`R1 | ${words}`);
  });

  it('names who speaks in bold, by a style or by one it is derived from', async () => {
    const turn = (style: string, name: string, said: string): string =>
      p(`<text:span text:style-name="${style}">${name}</text:span> ${said}`);
    const turns = [
      turn('B', 'Mette Holm', 'Hej.'),
      turn('B2', 'Ole Dam', 'Ja.'),
      turn('B', 'Mette Holm', 'Nå.'),
      turn('B2', 'Ole Dam', 'Jo.'),
    ];
    expect(await saidIn('01.odt', odt(turns.join('')))).toEqual([
      'Mette Holm | Hej.',
      'Ole Dam | Ja.',
      'Mette Holm | Nå.',
      'Ole Dam | Jo.',
    ]);
    expect(await saidIn('01.odt', odt(turns.join('').replace(/"B2?"/g, '"N"')))).toEqual([]);
  });

  it('is nobody’s in headings and lists of contents, nor when it was deleted', async () => {
    const body =
      '<text:tracked-changes><text:deletion><text:p>R1: Væk.</text:p></text:deletion></text:tracked-changes>' +
      '<text:table-of-content><text:index-body><text:p>R1: Ledelse 3</text:p></text:index-body></text:table-of-content>' +
      `${p('I: Hvad?')}<text:h>Ledelse</text:h>${p('R1: Ja.')}`;
    expect(await saidIn('01.odt', odt(body))).toEqual(['I | Hvad?', 'R1 | Ja.']);
  });

  it('stands in boxes, in lists and in tables inside tables', async () => {
    const table = (...rows: string[][]): string =>
      `<table:table>${rows.map((row) => `<table:table-row>${row.map((cell) => `<table:table-cell>${cell}</table:table-cell>`).join('')}</table:table-row>`).join('')}</table:table>`;
    const body = `<text:list><text:list-item>${p('I: Hvad?')}</text:list-item></text:list>${p(`<draw:frame><svg:title>Boks</svg:title><draw:text-box>${p('R1: I boks.')}</draw:text-box></draw:frame>`)}`;
    expect(await saidIn('01.odt', odt(body))).toEqual(['I | Hvad?', 'R1 | I boks.']);
    const nested = table([p('Taler'), p('Tekst')], [p('I'), p('Hvad?')], [p('R1'), p('Se:') + table([p('a'), p('b')])]);
    expect(await saidIn('01.odt', odt(nested))).toEqual(['I | Hvad?', 'R1 | Se:\na\tb']);
  });

  it('is told by what it holds', async () => {
    expect(await saidIn('01.docx', odt(p('R1: Ja.')))).toEqual(['R1 | Ja.']);
    expect(await saidIn('01.odt', zip({ 'content.xml': contentXml(p('R1: Ja.')) }))).toEqual(['R1 | Ja.']);
  });

  it('comes out once, in order, with its speaker', async () => {
    const xml = (text: string): string =>
      text
        .replaceAll('&', '&amp;')
        .replaceAll('<', '&lt;')
        .replaceAll('\t', '<text:tab/>')
        .replaceAll('\n', '<text:line-break/>')
        .replace(/ {2}/g, ' <text:s/>');
    const word = fc.constantFrom('drift', 'æble', 'a & b', '<her>', '–', '😀', 'Ærø', 'x\ty', 'to  blanke', 'linje\nnummer to');
    const words = fc.array(word, { minLength: 1, maxLength: 6 }).map((all) => all.join(' '));
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.constantFrom('I', 'R05', 'R06'), words), { minLength: 1, maxLength: 8 }),
        fc.boolean(),
        async (turns, bold) => {
          const body = turns.map(([who, said]) =>
            p((bold ? `<text:span text:style-name="B">${who}:</text:span> ` : `${who}: `) + xml(said)),
          );
          expect(await saidIn('01.odt', odt(body.join('')))).toEqual(turns.map(([who, said]) => `${who} | ${said}`));
        },
      ),
      { numRuns: runs(50) },
    );
  });
});

describe('an OpenDocument text that cannot be read', () => {
  const whole = odt(p('I: Hvad?'));
  const locked = {
    mimetype: MIMETYPE,
    'content.xml': 'x',
    'META-INF/manifest.xml': '<manifest:file-entry><manifest:encryption-data/></manifest:file-entry>',
  };
  it.each<[string, Uint8Array | string, RegExp]>([
    ['is empty', '', /is empty/],
    ['is something else', 'I: Hvad?', /no OpenDocument text/],
    ['is cut off', whole.subarray(0, -60), /damaged or cut off/],
    ['holds no document', zip({ mimetype: MIMETYPE }), /holds no document.*save it anew/],
    ['is locked', zip(locked), /protected by a password.*save it without one/],
    ['is locked as a whole', zip({ mimetype: MIMETYPE, 'encrypted-package': 'x' }), /protected by a password/],
    ['breaks off inside', zip({ mimetype: MIMETYPE, 'content.xml': contentXml('').slice(0, -30) }), /breaks off/],
    ['is a bomb', zip({ mimetype: MIMETYPE, 'content.xml': new Uint8Array(60_000_000) }), /more than 50 MB/],
    ['is paragraphs without end', odt('<text:p/>'.repeat(300_000)), /more than 50,000 paragraphs/],
    ['is lists in lists', odt('<text:list>'.repeat(2000)), /nested too deeply/],
  ])('because it %s', async (_, bytes, sentence) => {
    expect(await refusalOf('01.odt', bytes)).toMatch(sentence);
  });

  it('but is only empty', async () => {
    const [reading] = await readAs('01.odt', odt(''));
    expect(reading!.turns).toEqual([]);
  });

  it('is not, though styles go round in a circle and blanks are without number', async () => {
    const circle = odt(p('<text:span text:style-name="X">R1:</text:span> a<text:s text:c="999999999"/>b'));
    expect(await saidIn('01.odt', circle)).toEqual([`R1 | a${' '.repeat(1000)}b`]);
  });
});
