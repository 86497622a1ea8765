import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CodifyError } from '../../../src/errors.ts';
import { docx } from '../../../src/transcript/formats/docx.ts';
import { formatOf, SourceFile } from '../../../src/transcript/formats/index.ts';
import { bold, documentXml, p, run, table, word, zip } from './word.ts';
import { runs } from '../../chance.ts';

const source = (bytes: Uint8Array, path = 'interview/01.docx', declared: string[] = []) =>
  new SourceFile(path, bytes, {}, new Set(declared));

/** Who says what, turn by turn, and when. */
async function said(bytes: Uint8Array): Promise<string[]> {
  const readings = await docx.read(source(bytes));
  return readings.flatMap(({ text, turns }) =>
    turns.map(({ speaker, span, time }) => `${speaker}${time === undefined ? '' : ` [${time}]`} | ${text.slice(span.start, span.end)}`),
  );
}

async function refused(bytes: Uint8Array): Promise<string> {
  try {
    await docx.read(source(bytes));
    return 'read';
  } catch (error) {
    if (!(error instanceof CodifyError)) throw error;
    return error.message;
  }
}

describe('who says what in a Word document', () => {
  it.each<[string, string, string[]]>([
    ['labels', p('I: Hvad fylder?') + p('R05: Driften, helt klart.'), ['I | Hvad fylder?', 'R05 | Driften, helt klart.']],
    ['labels and tabs', p('I:\tHvad fylder?') + p('IP:\tDriften.'), ['I | Hvad fylder?', 'IP | Driften.']],
    [
      'a paragraph that goes on',
      p('I: Hvad fylder?') + p('R05: Driften.') + p('Og så møderne.'),
      ['I | Hvad fylder?', 'R05 | Driften.\n\nOg så møderne.'],
    ],
    ['a break inside a paragraph', p('I: Hvad?\nR05: Driften,\nog møderne.'), ['I | Hvad?', 'R05 | Driften,\nog møderne.']],
    [
      'bold labels without a colon',
      p(bold('Interviewer'), ' Hvad fylder?') +
        p(bold('Mette Holm'), ' Driften.') +
        p(bold('Interviewer'), ' Og?') +
        p(bold('Mette Holm'), ' Møderne.'),
      ['Interviewer | Hvad fylder?', 'Mette Holm | Driften.', 'Interviewer | Og?', 'Mette Holm | Møderne.'],
    ],
    [
      'Teams since 2024',
      p('Sparring-20260615_133555-Mødetransskription') +
        p('15. juni 2026, 11:35AM') +
        p('27m 42s') +
        p(bold('Mette Holm'), '   0:03\nOkay. Ja.') +
        p(bold('Søren Dahl'), '   0:07\nSkal vi begynde?') +
        p(bold('Mette Holm'), '   0:12\nDet gør vi.') +
        p(bold('Søren Dahl'), '   0:15\nGodt.'),
      [
        'Mette Holm [0:03] | Okay. Ja.',
        'Søren Dahl [0:07] | Skal vi begynde?',
        'Mette Holm [0:12] | Det gør vi.',
        'Søren Dahl [0:15] | Godt.',
      ],
    ],
    [
      'Teams before',
      p('0:0:0.0 --> 0:0:1.510\nMette Holm\nOkay. Ja.') + p('0:0:2.0 --> 0:0:4.250\nSøren Dahl\nSkal vi begynde?'),
      ['Mette Holm [0:00] | Okay. Ja.', 'Søren Dahl [0:02] | Skal vi begynde?'],
    ],
    [
      'a table with a header',
      table(['Timespan', 'Content', 'Speaker'], ['0:00,0 - 0:05,2', 'Hvad fylder?', 'Interviewer'], ['0:05,2 - 0:09,9', 'Driften.', 'R05']),
      ['Interviewer [0:00] | Hvad fylder?', 'R05 [0:05] | Driften.'],
    ],
    [
      'a table without one',
      table(
        ['00:01', 'I', 'Hvad fylder mest hos jer?'],
        ['00:05', 'R05', 'Driften.'],
        ['00:07', 'I', 'Og så?'],
        ['00:09', 'R05', 'Møderne, tror jeg nok.'],
      ),
      ['I [0:01] | Hvad fylder mest hos jer?', 'R05 [0:05] | Driften.', 'I [0:07] | Og så?', 'R05 [0:09] | Møderne, tror jeg nok.'],
    ],
    [
      'a heading',
      '<w:p><w:pPr><w:pStyle w:val="Overskrift1"/></w:pPr><w:r><w:t>Om driften</w:t></w:r></w:p>' + p('I: Hvad?') + p('R05: Driften.'),
      ['I | Hvad?', 'R05 | Driften.'],
    ],
    [
      'changes that are not yet accepted',
      p('I: Hvad?') +
        '<w:p><w:r><w:t xml:space="preserve">R05: Vi </w:t></w:r><w:del><w:r><w:delText>skal</w:delText></w:r></w:del><w:ins><w:r><w:t>vil</w:t></w:r></w:ins><w:moveFrom><w:r><w:t> væk</w:t></w:r></w:moveFrom><w:moveTo><w:r><w:t> herfra</w:t></w:r></w:moveTo></w:p>',
      ['I | Hvad?', 'R05 | Vi vil herfra'],
    ],
    [
      'a text box, written twice',
      p('I: Hvad?') +
        `<w:p><w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:txbxContent>${p('R05: I en boks.')}</w:txbxContent></mc:Choice><mc:Fallback><w:txbxContent>${p('R05: I en boks.')}</w:txbxContent></mc:Fallback></mc:AlternateContent></w:r></w:p>`,
      ['I | Hvad?', 'R05 | I en boks.'],
    ],
    [
      'hyphens, fields and hidden text',
      p('I: Hvad?') +
        `<w:p>${run('R05: Det er e')}<w:r><w:noBreakHyphen/></w:r>${run('mail')}<w:r><w:softHyphen/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r>${run(' skjult', '<w:vanish/>')}</w:p>`,
      ['I | Hvad?', 'R05 | Det er e-mail'],
    ],
  ])('%s', async (_, body, turns) => {
    expect(await said(word(body))).toEqual(turns);
  });

  it('stands in the part the package names', async () => {
    expect(await said(word(p('I: Hvad?') + p('R05: Ja.'), 'word/document2.xml'))).toEqual(['I | Hvad?', 'R05 | Ja.']);
  });

  it('is told of when footnotes and comments are left out', async () => {
    const [reading] = await docx.read(
      source(word(`${p('I: Hvad?')}<w:p>${run('R05: Ja.')}<w:r><w:footnoteReference w:id="1"/></w:r></w:p>`)),
    );
    expect(reading!.notes).toEqual(['a footnote, comment or piece of hidden text left out']);
  });

  it('comes out once, in order, with its speaker', async () => {
    const word1 = fc.constantFrom('drift', 'ø', 'én', 'møde & middag', 'så <her>', 'a\tb', 'linje\nnummer to');
    const turn = fc.record({ speaker: fc.constantFrom('I', 'R05', 'R06'), words: fc.array(word1, { minLength: 1, maxLength: 4 }) });
    await fc.assert(
      fc.asyncProperty(fc.array(turn, { minLength: 1, maxLength: 8 }), fc.boolean(), async (turns, tabled) => {
        const texts = turns.map(({ words }) => words.join(' '));
        const body = tabled
          ? table(['Taler', 'Tekst'], ...turns.map(({ speaker }, i) => [speaker, texts[i]!]))
          : turns.map(({ speaker }, i) => p(`${speaker}: ${texts[i]!}`)).join('');
        expect(await said(word(body))).toEqual(turns.map(({ speaker }, i) => `${speaker} | ${texts[i]!}`));
      }),
      { numRuns: runs(60) },
    );
  });
});

describe('a file that is no sound Word document', () => {
  const sound = word(p('I: Hvad?') + p('R05: Ja.'));
  it.each<[string, Uint8Array, RegExp]>([
    ['nothing', new Uint8Array(), /is empty/],
    ['text', Buffer.from('I: Hvad?'), /no Word document/],
    ['cut off', sound.subarray(0, sound.length - 40), /damaged or cut off/],
    ['a header only', sound.subarray(0, 30), /damaged or cut off/],
    ['without a document', zip({ 'word/document.txt': 'x' }), /holds no document/],
    ['XML that breaks off', zip({ 'word/document.xml': documentXml(p('I: Hvad?')).slice(0, -30) }), /breaks off or is not well-formed/],
    ['XML with a DOCTYPE', zip({ 'word/document.xml': `<!DOCTYPE a [<!ENTITY b "c">]>${documentXml('').slice(55)}` }), /DOCTYPE/],
    ['XML that is not UTF-8', zip({ 'word/document.xml': Buffer.from(documentXml(p('I: Hvad? ø')), 'latin1') }), /not UTF-8/],
    ['elements in elements', zip({ 'word/document.xml': documentXml('<w:sdt>'.repeat(20_000)) }), /nested too deeply/],
    ['300,000 paragraphs', word(p('R05: Ja.').repeat(300_000)), /more than 50,000 paragraphs/],
    ['a bomb', zip({ 'word/document.xml': new Uint8Array(60_000_000) }), /more than 50 MB/],
  ])('%s', async (_, bytes, sentence) => {
    expect(await refused(bytes)).toMatch(sentence);
  });

  it('is read as a Word document whatever its name', () => {
    expect(formatOf(source(sound, 'interview/01.txt'))).toBe(docx);
  });
});
