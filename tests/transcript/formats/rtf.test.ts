import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readAs, refusalOf, saidIn } from './said.ts';

const HEAD = String.raw`{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0\fcharset0 Arial;}{\f1\fcharset238 Arial CE;}{\f2\fcharset128 MS Mincho;}{\f3\fcharset204 Arial Cyr;}}`;
const rtf = (body: string): string => `${HEAD}${body}}`;
const answer = async (body: string): Promise<string> => (await saidIn('01.rtf', rtf(String.raw`I: Hvad?\par R1: ${body}`)))[1] ?? '';

describe('what an RTF file says', () => {
  it.each([
    ['letters of Windows', String.raw`\'e6\'f8\'e5 \'93s\'e5\'94 \'96 \'85`, 'æøå “så” – …'],
    ['letters that stand as bytes', '\u00e6\u00f8\u00e5 \u0096', 'æøå –'],
    ['letters by number', String.raw`\u230?\u248\'f8\u229?`, 'æøå'],
    ['letters by number and no stand-in', String.raw`{\uc0\u230\u248 \u229  }?`, 'æøå ?'],
    ['letters by number and two bytes as stand-in', String.raw`\uc2\u26085\'93\'fa\uc1!`, '日!'],
    ['letters by a number below nought', String.raw`\u-3848?`, '\uf0f8'],
    ['a stand-in that ends with its group', String.raw`{\u230}\'f8`, 'æø'],
    ['another font’s letters', String.raw`{\f1\'c8esk\'fd} {\f3\'cc\'e8\'f0} {\f2\'93\'fa\'96\'7b}`, 'Český Мир 日本'],
    [
      'signs by name',
      String.raw`a\~b\_c\emdash d\endash e\lquote f\rquote\ldblquote g\rdblquote\bullet h\\ \{i\}`,
      'a\u00a0b-c—d–e‘f’“g”•h\\ {i}',
    ],
    ['soft hyphens, which nobody sees', String.raw`sam\-arbejde`, 'samarbejde'],
    ['line breaks and tabs', String.raw`Ja.\line Og\tab nej.`, 'Ja.\nOg\tnej.'],
    ['line ends of the file, which are none', 'sam\r\narbejde', 'samarbejde'],
    ['a backslash at a line’s end, which ends the paragraph', 'Ja.\\\nNej.', 'Ja.\n\nNej.'],
    ['nothing that was deleted', String.raw`Vi {\deleted aldrig }{\revised altid }kommer.{\deleted v\deleted0 !}`, 'Vi altid kommer.!'],
    ['nothing that was moved away', String.raw`{\mvf her}{\mvt der}`, 'der'],
    ['nothing that is hidden', String.raw`Ja{\v skjult}{\v\plain  tak}.`, 'Ja tak.'],
    ['no pictures, binary or not', String.raw`Ja{\pict\bin4 }}{}}.{\pict 89504e47} Nej.`, 'Ja. Nej.'],
    ['a link’s text and not its address', String.raw`{\field{\*\fldinst{HYPERLINK "http://a.dk"}}{\fldrslt{her}}}`, 'her'],
    ['nothing of what it does not know', String.raw`{\*\ukendt {\b mere} ord}Ja.`, 'Ja.'],
    ['nothing after its end', String.raw`Ja.}{\b efter`, 'Ja.'],
    ['words that touch a command', String.raw`\b0Ja\b \i  tak`, 'Ja tak'],
  ])('has %s', async (_, body, words) => {
    expect(await answer(body)).toBe(`R1 | ${words}`);
  });

  it('tells of footnotes, comments and hidden text', async () => {
    const [reading] = await readAs('01.rtf', rtf(String.raw`R1: Ja{\footnote n}{\*\annotation k}{\v s}.`));
    expect(reading).toMatchObject({ notes: ['3 footnotes, comments or pieces of hidden text left out'], encoding: 'windows-1252' });
  });

  it('is nobody’s in a heading', async () => {
    expect(await saidIn('01.rtf', rtf(String.raw`I: Hvad?\par\pard\outlinelevel0 Ledelse\par\pard R1: Ja.`))).toEqual([
      'I | Hvad?',
      'R1 | Ja.',
    ]);
  });

  it('stands in a box on the page', async () => {
    const box = String.raw`{\shp{\*\shpinst\shpleft1{\sp{\sn a}{\sv b}}{\shptxt\pard I: I boks.\par R2: Ja.}}{\shprslt I: I boks.}}`;
    expect(await saidIn('01.rtf', rtf(`R1: Nej.\\par ${box}R1: Jo.`))).toEqual(['R1 | Nej.', 'I | I boks.', 'R2 | Ja.', 'R1 | Jo.']);
  });

  it('stands in a table that breaks off, and in one inside another', async () => {
    expect(
      await saidIn(
        '01.rtf',
        rtf(String.raw`{\trowd\intbl Taler\cell Tekst\cell\row\intbl I\cell Hvad?\cell\row\intbl R1\cell Ja.\par Nej.}`),
      ),
    ).toEqual(['I | Hvad?', 'R1 | Ja.\nNej.']);
    expect(
      await saidIn(
        '01.rtf',
        rtf(String.raw`R1: Se:\par\intbl a{\nestcell b\nestcell{\*\nesttableprops\nestrow}{\nonesttables\par}}\cell\row\pard I: Ja.`),
      ),
    ).toEqual(['R1 | Se:\n\na\tb', 'I | Ja.']);
  });

  it.each([
    ['\\ansi\\ansicpg850', 'cp850'],
    ['\\ansi\\ansicpg865', 'cp865'],
    ['\\pca', 'cp850'],
  ])('has the letters of DOS after %s', async (page, encoding) => {
    const letters = String.raw`bl\'86b\'91r, \'9bl, \'8fse, \'92ble, \'9dl`;
    const [reading] = await readAs('01.rtf', `{\\rtf1${page} R1: ${letters}}`);
    expect(reading).toMatchObject({ text: 'R1: blåbær, øl, Åse, Æble, Øl', encoding });
  });

  it('is told by what it holds', async () => {
    expect(await saidIn('01.docx', rtf('R1: Ja.'))).toEqual(['R1 | Ja.']);
    expect(await saidIn('01.txt', rtf('R1: Ja.'))).toEqual(['R1 | Ja.']);
  });

  it('comes out once, in order, with its speaker', async () => {
    const escape = (char: string): string => {
      const code = char.charCodeAt(0);
      if (code < 0x80) return char.replace(/[\\{}]/, String.raw`\$&`).replace('\t', String.raw`\tab `);
      return code < 0x100 && code % 2 === 0 ? `\\'${code.toString(16)}` : `\\u${code > 0x7fff ? code - 0x10000 : code}?`;
    };
    const words = fc.array(fc.constantFrom('drift', 'æble', 'på', '{klub}', 'a\\b', '–', '“nej”', '😀', 'Ærø', 'x\ty'), {
      minLength: 1,
      maxLength: 6,
    });
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.constantFrom('I', 'R05', 'R06'), words), { minLength: 1, maxLength: 8 }),
        fc.boolean(),
        async (turns, bold) => {
          const body = turns.map(([who, said]) => {
            const label = bold ? `{\\b ${who}:}` : `${who}:`;
            return `${label} ${said.join(' ').split('').map(escape).join('')}\\par\n`;
          });
          expect(await saidIn('01.rtf', rtf(body.join('')))).toEqual(turns.map(([who, said]) => `${who} | ${said.join(' ')}`));
        },
      ),
    );
  });
});

describe('an RTF file that cannot be read', () => {
  it.each([
    ['is empty', '', /no RTF file.*save it as \.docx/],
    ['is something else', 'I: Hvad?', /no RTF file/],
    ['is cut off', rtf('I: Hvad?').slice(0, -1), /breaks off.*copy it again/],
    ['is cut off in its header', HEAD, /breaks off/],
    ['is groups in groups', `${HEAD}${'{'.repeat(2_000_000)}`, /nested too deeply/],
    ['is paragraphs without end', rtf('\\par '.repeat(300_000)), /more than 50,000 paragraphs/],
    ['is cells without end', rtf('\\intbl\\cell'.repeat(300_000)), /more than 50,000 paragraphs/],
    ['ends in a picture that is not there', String.raw`{\rtf1 I: Hvad?{\pict\bin99999999`, /breaks off/],
    ['has letters of an unknown code page', String.raw`{\rtf1\ansicpg864 R1: \'91}`, /code page 864.*save it as \.docx/],
    ['has bytes that are no letters', rtf(String.raw`R1: \'81`), /code page 1252/],
  ])('because it %s', async (_, content, sentence) => {
    expect(await refusalOf('01.rtf', content)).toMatch(sentence);
  });

  it('but is only empty', async () => {
    const [reading] = await readAs('01.rtf', rtf(''));
    expect(reading!.turns).toEqual([]);
  });
});
