import { deflateSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encrypted, pages, pdfOf, stream } from './pdf-of.ts';
import { readAs, refusalOf, saidIn } from './said.ts';
import { runs } from '../../chance.ts';

/** Lines below each other from the top of the text. */
const set = (...lines: string[]) => lines.map((text, i) => ({ text, x: 72, y: 700 - 14 * i }));
const header = (text: string) => ({ text, x: 72, y: 800 });
const footer = (text: string) => ({ text, x: 290, y: 40 });
// As wide as the text goes, so that the line after it goes on.
const FULL = 'Vi sad i det lille køkken nede ved vaskeriet, og så gik snakken bare, til det blev';
/** A page with this content; the letters of its font are told by the lines of a CMap. */
const onePage = (content: string, letters = ''): Buffer =>
  pdfOf([
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [4 0 R] /Count 1 >>',
    `<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding ${letters === '' ? '' : '/ToUnicode 6 0 R'} >>`,
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents 5 0 R >>',
    stream(content),
    stream(`/CIDInit /ProcSet findresource begin begincmap 1 begincodespacerange <00> <FF> endcodespacerange ${letters} endcmap end`),
  ]);
const notesIn = async (bytes: Uint8Array): Promise<readonly string[]> => (await readAs('01.pdf', bytes))[0]!.notes;

describe('what a PDF says', () => {
  it('are paragraphs: lines that go on, until one ends early', async () => {
    const said = await saidIn('01.pdf', pages(set('I: Hvad?', `R1: ${FULL}`, 'mørkt.', 'Og så gik vi.', 'I: Ja.')));
    expect(said).toEqual(['I | Hvad?', `R1 | ${FULL}\nmørkt.\n\nOg så gik vi.`, 'I | Ja.']);
  });

  it('are paragraphs with a gap before them', async () => {
    const lines = set(`R1: ${FULL}`, FULL, FULL).concat({ text: 'ny tanke.', x: 72, y: 650 });
    expect(await saidIn('01.pdf', pages(lines))).toEqual([`R1 | ${FULL}\n${FULL}\n${FULL}\n\nny tanke.`]);
  });

  it('goes on over the end of a page, without its number and running lines', async () => {
    const page = (number: number, ...lines: string[]) => [
      header('Interview 3, fortroligt'),
      ...set(...lines),
      footer(`Side ${number} af 3`),
    ];
    const bytes = pages(page(1, 'I: Hvad?', `R1: ${FULL}`), page(2, FULL, FULL), page(3, 'mørkt.', 'I: Tak.'));
    expect(await saidIn('01.pdf', bytes)).toEqual(['I | Hvad?', `R1 | ${FULL}\n${FULL}\n${FULL}\nmørkt.`, 'I | Tak.']);
    expect(await notesIn(bytes)).toEqual(['page numbers and running lines left out: "Interview 3, fortroligt", "Side 1 af 3"']);
  });

  it.each(['7', 'Side 1', '- 1 -', '1/12', 'Page 1 of 2', 's. 3'])('has no page number %s, on a single page either', async (number) => {
    expect(await saidIn('01.pdf', pages([...set('R1: Ja.'), footer(number)]))).toEqual(['R1 | Ja.']);
  });

  it('has what stands once at the edge of a page, and what returns in its middle', async () => {
    const bytes = pages(
      [header('I: Hvad?'), ...set('R1: Ja.', '7')],
      [header('I: Hvornår?'), ...set('R1: Ja.')],
      [header('I: Hvem?'), ...set('R1: Ja.')],
    );
    expect(await saidIn('01.pdf', bytes)).toEqual(['I | Hvad?', 'R1 | Ja.\n7', 'I | Hvornår?', 'R1 | Ja.', 'I | Hvem?', 'R1 | Ja.']);
  });

  it('is told of where a page holds none, a line ends in a hyphen, or a sign no letter', async () => {
    expect(await notesIn(pages(set('R1: Ja.'), []))).toEqual(['no text on page 2: a picture of a page cannot be read']);
    expect(await notesIn(pages(set('R1: Vi sam-', 'arbejder.')))).toEqual([
      'lines that end in a hyphen: 1; a word divided there is read as two',
    ]);
  });

  it('is told by what it holds', async () => {
    expect(await saidIn('01.docx', pages(set('R1: Ja.')))).toEqual(['R1 | Ja.']);
  });

  it('leaves out what is stamped across a page', async () => {
    const stamped = 'BT /F1 11 Tf 1 0 0 1 72 700 Tm (R1: Ja.) Tj 0.7 0.7 -0.7 0.7 100 100 Tm (UDKAST) Tj ET';
    expect(await saidIn('01.pdf', onePage(stamped))).toEqual(['R1 | Ja.']);
  });

  it('leaves out signs whose letter it does not tell, and says so', async () => {
    const bytes = onePage(`BT /F1 11 Tf 1 0 0 1 72 700 Tm (x R1: ${'Ja. '.repeat(20)}) Tj ET`, '1 beginbfchar <78> <F0B7> endbfchar');
    expect(await saidIn('01.pdf', bytes)).toEqual([`R1 | ${'Ja. '.repeat(20).trim()}`]);
    expect(await notesIn(bytes)).toEqual(['signs whose letter the file does not tell left out: 1']);
  });

  it('is read however long an interview is', async () => {
    // No two pages alike, lest their last lines be taken for running ones.
    const page = (number: number) => set(...Array.from({ length: 45 }, () => `R1: ${FULL.slice(number % 60)} ${'æøå'.at(number % 3)}`));
    const [reading] = await readAs('01.pdf', pages(...Array.from({ length: 300 }, (_, i) => page(i + 1))));
    expect(reading!.text.match(/det blev/g)).toHaveLength(300 * 45);
  });

  it('is read where it may be read without its password', async () => {
    expect(await saidIn('01.pdf', encrypted(deflateSync('BT /F1 11 Tf 1 0 0 1 72 700 Tm (R1: Ja.) Tj ET')))).toEqual(['R1 | Ja.']);
  });

  it('comes out once, in order, with its speaker', async () => {
    const words = fc.array(fc.constantFrom('drift', 'æble', '(klub)', 'a\\b', '–', '“nej”', 'Ærø', '40.000', 'hvad?'), {
      minLength: 1,
      maxLength: 30,
    });
    const turns = fc.array(fc.tuple(fc.constantFrom('I', 'R05', 'R06'), words), { minLength: 1, maxLength: 12 });
    const western = (text: string): string => text.replace(/[–“”]/g, (char) => ({ '–': '\x96', '“': '\x93', '”': '\x94' })[char]!);
    await fc.assert(
      fc.asyncProperty(turns, fc.integer({ min: 3, max: 8 }), async (dialogue, wide) => {
        const lines = dialogue.flatMap(([who, said]) => {
          const all = [`${who}:`, ...said];
          return Array.from({ length: Math.ceil(all.length / wide) }, (_, i) => western(all.slice(i * wide, (i + 1) * wide).join(' ')));
        });
        const sheets = Array.from({ length: Math.ceil(lines.length / 20) }, (_, i) => [
          ...set(...lines.slice(i * 20, (i + 1) * 20)),
          footer(`${i + 1}`),
        ]);
        const said = (await saidIn('01.pdf', pages(...sheets))).map((turn) => turn.replace(/\s+/g, ' '));
        expect(said).toEqual(dialogue.map(([who, what]) => `${who} | ${what.join(' ')}`));
      }),
      { numRuns: runs(20) },
    );
  });
});

describe('a PDF that cannot be read', () => {
  const whole = pages(set('I: Hvad?', 'R1: Ja.'));
  const locked =
    '/Encrypt << /Filter /Standard /V 1 /R 2 /P -64 /O (12345678901234567890123456789012) /U (12345678901234567890123456789012) >> /ID [<00> <00>]';
  it.each<[string, Uint8Array | string, RegExp]>([
    ['is empty', '', /no whole PDF/],
    ['is something else', 'I: Hvad?', /no whole PDF/],
    ['is a header only', '%PDF-1.7\n', /no whole PDF/],
    ['is cut off', whole.subarray(0, -40), /cut off.*copy it again/],
    ['holds nothing', '%PDF-1.7\n%%EOF', /its pages cannot be read/],
    ['holds no pages', pdfOf(['<< /Type /Catalog >>']), /its pages cannot be read/],
    ['is a scan', pages([]), /pictures of pages and no text.*OCR/],
    [
      'is locked',
      pdfOf(['<< /Type /Catalog /Pages 2 0 R >>', '<< /Type /Pages /Kids [] /Count 0 >>'], locked),
      /protected by a password.*save it without one/,
    ],
    [
      'is one page many times',
      pdfOf([
        '<< /Type /Catalog /Pages 2 0 R >>',
        `<< /Type /Pages /Kids [${'3 0 R '.repeat(5000)}] /Count 5000 >>`,
        '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] >>',
      ]),
      /more than 1000 pages/,
    ],
    [
      'tells no letters',
      onePage('BT /F1 11 Tf 1 0 0 1 72 700 Tm (I: Hvad?) Tj ET', '1 beginbfrange <20> <7e> <E000> endbfrange'),
      /which letters its text is made of/,
    ],
  ])('because it %s', async (_, bytes, sentence) => {
    expect(await refusalOf('01.pdf', bytes)).toMatch(sentence);
  });
});
