import { describe, expect, it } from 'vitest';
import { docx } from '../../src/exchange/formats/docx.ts';
import { readRemarks, type Remark } from '../../src/files/remarks.ts';
import { readDocument } from '../../src/report/document.ts';
import { placeRemarks } from '../../src/report/remarks.ts';
import { HOUSE, packed } from './house.ts';
import { convert, hasOffice } from './office.ts';
import { returned, type Said } from './returned.ts';

const REPORT = `# Havnen

## Indledning

Byen vil vide, hvad der bærer samarbejdet.

## Resultater

### Tillid

Tilliden vokser langsomt.

- Broen blev bygget af spejderne.
- Bænken står der endnu.

”Det går godt, når vi kender hinanden.” (leder)

### Tid

Tilliden vokser langsomt.

| Tema | chef |
|---|---:|
| Tillid | 2 af 3 |
| Tid | 2 af 3 |
`;

const lineOf = (words: string, from = 0): number => REPORT.slice(0, REPORT.indexOf(words, from)).split('\n').length;

const SOFIE = { by: 'Sofie Lindgaard', at: '2026-06-09T08:30:00Z' };
const SAID: readonly Said[] = [
  { on: 'hvad der bærer', text: 'Og hvad der bremser?', ...SOFIE },
  { on: 'hvad der bærer', text: 'Det tager vi med.', by: 'Analysen', at: '2026-06-10T09:00:00Z', answers: 0 },
  { on: 'spejderne', text: 'Det var roklubben.', ...SOFIE, done: true },
  { on: 'Det går godt', text: 'Må gerne trykkes.', ...SOFIE },
  { on: '2 af 3', text: 'Så få &amp; dog.', ...SOFIE },
];

const report = readDocument(REPORT);
const written = await docx.write(report, { language: 'da', author: undefined, pictures: new Map(), template: undefined });
const back = returned(written, SAID, [{ behind: 'Bænken står der', put: ' måske' }, { out: ' langsomt' }]);

const brief = ({ kind, author, words, text, resolved }: Remark): unknown[] => [kind, author, words, text, resolved];

describe('the comments in a document that came back', () => {
  it('are told in order: who, when, on which words, what, and whether it is settled', async () => {
    const { remarks, locale } = await readRemarks(back, 'retur.docx');
    expect(remarks.map(brief)).toEqual([
      ['comment', 'Sofie Lindgaard', 'hvad der bærer', 'Og hvad der bremser?', false],
      ['reply', 'Analysen', 'hvad der bærer', 'Det tager vi med.', false],
      ['deletion', 'Sofie Lindgaard', 'langsomt', '', undefined],
      ['comment', 'Sofie Lindgaard', 'spejderne', 'Det var roklubben.', true],
      ['insertion', 'Sofie Lindgaard', 'måske', '', undefined],
      ['comment', 'Sofie Lindgaard', 'Det går godt', 'Må gerne trykkes.', false],
      ['comment', 'Sofie Lindgaard', '2 af 3', 'Så få & dog.', false],
    ]);
    expect(remarks[0]!.date).toBe('2026-06-09T08:30:00Z');
    expect(remarks.map(({ headings }) => headings.join(' › '))).toEqual([
      'Indledning',
      'Indledning',
      'Resultater › Tillid',
      'Resultater › Tillid',
      'Resultater › Tillid',
      'Resultater › Tillid',
      'Resultater › Tid',
    ]);
    expect(locale).toBe('da-DK');
  });

  it('find the line of the report they are about, as it was before the changes', async () => {
    const { remarks } = await readRemarks(back, 'retur.docx');
    const lines = placeRemarks(report, remarks);
    expect(lines).toEqual(
      ['Byen vil vide', 'Byen vil vide', 'Tilliden vokser', 'Broen', 'Bænken', '”Det går', '| Tillid'].map((words) => lineOf(words)),
    );
  });

  it('find it in a report that has gone on since: by the words, else by the heading', async () => {
    const { remarks } = await readRemarks(back, 'retur.docx');
    const changed = REPORT.replace('Broen blev bygget af spejderne.', 'Broen ved havnen blev bygget af spejderne i maj.')
      .replace('# Havnen', '# Havnen\n\nNyt afsnit.')
      .replace('Byen vil vide, hvad der bærer samarbejdet.', 'Noget helt andet.');
    const lines = placeRemarks(readDocument(changed), remarks).map((line) => changed.split('\n')[line! - 1]);
    expect(lines[0]).toBe('## Indledning');
    expect(lines[3]).toBe('- Broen ved havnen blev bygget af spejderne i maj.');
    expect(placeRemarks(readDocument('# Et andet papir\n\nOm noget andet.\n'), remarks)).toEqual(remarks.map(() => undefined));
  });

  it('of two paragraphs alike is about the one below its heading', async () => {
    const [first, ...others] = REPORT.split('### Tid\n');
    const both = (await readRemarks(returned(written, [{ on: 'Tilliden vokser', text: 'Nej', ...SOFIE }]), 'retur.docx')).remarks;
    const [remark] = both;
    expect(placeRemarks(report, [remark!])).toEqual([lineOf('Tilliden vokser')]);
    expect(placeRemarks(report, [{ ...remark!, headings: ['Resultater', 'Tid'] }])).toEqual([lineOf('Tilliden vokser', first!.length)]);
    expect(others).toHaveLength(1);
  });

  it('are none where there are none, and no Word file is refused in one sentence', async () => {
    expect((await readRemarks(written, 'rapport.docx')).remarks).toEqual([]);
    expect((await readRemarks(packed(HOUSE), 'hus.docx')).remarks).toEqual([]);
    await expect(readRemarks(Buffer.from('tekst'), 'x.docx')).rejects.toThrow('is no Word document');
  });
});

describe.skipIf(!hasOffice)('comments that went through LibreOffice (skipped where there is none)', () => {
  it('are found still, at the same lines', { timeout: 120_000 }, async () => {
    const { remarks } = await readRemarks(convert(back, 'docx:MS Word 2007 XML'), 'retur.docx');
    const before = (await readRemarks(back, 'retur.docx')).remarks;
    // Older LibreOffice keeps an answer as a comment beside the one it answers.
    const told = (all: readonly Remark[]): unknown[] =>
      all.map(({ kind, author, words, text }) => [kind === 'reply' ? 'comment' : kind, author, words, text]);
    expect(told(remarks)).toEqual(told(before));
    expect(placeRemarks(report, remarks)).toEqual(placeRemarks(report, before));
  });
});
