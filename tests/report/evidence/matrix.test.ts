import fc from 'fast-check';
import { HtmlValidate } from 'html-validate';
import { describe, expect, it } from 'vitest';
import { frameworkMatrix } from '../../../src/analysis/matrix.ts';
import { pageOf } from '../../../src/exchange/page/write.ts';
import { sealState } from '../../../src/files/report-mark.ts';
import type { Study } from '../../../src/model.ts';
import { plainText, readDocument } from '../../../src/report/document.ts';
import { matrixTable, writeMatrix } from '../../../src/report/evidence/matrix.ts';
import { studyOf } from '../../study-of.ts';
import { runs } from '../../chance.ts';
import { sample } from '../../samples.ts';

const validator = new HtmlValidate({
  extends: ['html-validate:standard', 'html-validate:a11y'],
  rules: { 'heading-level': 'error', 'no-missing-references': 'error' },
});

const page = (markdown: string): string =>
  pageOf(readDocument(markdown), { language: 'da', author: undefined, pictures: new Map(), template: undefined }, 'sheet');

/** The cells of the table as a reader sees them. */
function cellsOf(markdown: string): string[][] {
  const table = readDocument(markdown).blocks.find((block) => block.kind === 'table');
  return table?.kind === 'table' ? table.rows.map((row) => row.map(plainText)) : [];
}

const written = async (files: Record<string, string>): Promise<{ study: Study; markdown: string; csv: (string | null)[][] }> => {
  const { study, codings } = await studyOf(files);
  const matrix = frameworkMatrix(study, codings);
  return { study, markdown: writeMatrix(study, matrix), csv: matrixTable(study, matrix).rows };
};

describe('the matrix on paper', () => {
  it("says for whom it is before all else, and is known as codify's", async () => {
    const { markdown } = await written({ 'interview/a.md': 'R1 (chef): Travlt.' });
    const [title, notice] = readDocument(markdown).blocks;
    expect(title?.kind).toBe('heading');
    expect(notice?.kind === 'paragraph' && plainText(notice.inlines)).toMatch(/^Kun for projektgruppen\./);
    expect(sealState('matrix', markdown)).toBe('as written');
  });

  it('has who, with role and what she has said to being quoted, then her quotes with place and time', async () => {
    const { markdown, csv } = await written({
      'codify.yaml': 'codebook: bog.yaml\ntranscripts: [interview]\nparticipants: p.csv\n',
      'p.csv': 'transcript,speaker,participant,role,consent\na.md,R1,P1,chef,nej\nb.srt,R2,P2,,\n',
      'interview/a.md': 'I: Og?\n\nR1: Vi har\ntravlt. Nabo.\n',
      'interview/b.srt': '1\n00:01:02,000 --> 00:01:04,000\nR2: Travlt.\n',
    });
    expect(cellsOf(markdown)).toEqual([
      ['Person', 'Mangel på tid (2 af 2 personer, 2 citater)', 'Tillid (1 af 2 personer, 1 citat)'],
      ['P1, chef, må ikke citeres', '”Vi har travlt.” interview/a.md:3', '”Nabo.” interview/a.md:4'],
      ['P2, uoplyst', '”Travlt.” interview/b.srt:3 [1:02]', '–'],
    ]);
    expect(csv).toEqual([
      ['P1', 'chef', 'nej', '”Vi har travlt.” interview/a.md:3', '”Nabo.” interview/a.md:4'],
      ['P2', null, null, '”Travlt.” interview/b.srt:3 [1:02]', ''],
    ]);
  });

  it('shows what was said as it was said, whatever it looks like', async () => {
    const signs = fc.string({
      unit: fc.constantFrom('<script>', '*', '_', '|', '`', '[a](b)', '&amp;', '<br>', '\\', '#', '~', '$', 'ø', ' '),
      maxLength: 12,
    });
    await fc.assert(
      fc.asyncProperty(signs, async (some) => {
        const { markdown, study } = await written({ 'interview/a.md': `R1 (chef): Vi har ${some} travlt.` });
        const { text, turns } = study.transcripts[0]!;
        const said = text.slice(turns[0]!.span.start, turns[0]!.span.end).replace(/\s+/g, ' ');
        const cell = cellsOf(markdown)[1]![1]!;
        expect(cell === '–' || said.includes(cell.slice(1, cell.lastIndexOf('”')))).toBe(true);
        expect(page(markdown)).not.toMatch(/<script|<a href="(?!#)|<img|\son\w+=/);
      }),
      { numRuns: runs(40) },
    );
  });

  it('is one page without fault, that runs nothing and needs nothing', async () => {
    const { study, proposed } = await sample('faelles-om-opgaven');
    const html = page(writeMatrix(study, frameworkMatrix(study, proposed)));
    const { results } = await validator.validateString(html);
    expect(results.flatMap(({ messages }) => messages.map(({ ruleId, message }) => `${ruleId}: ${message}`))).toEqual([]);
    expect(html).not.toMatch(/<script|src="(?!data:)|href="(?!#)|url\(|@import/);
    expect(html).toContain('<body class="sheet">');
    expect(html.match(/<th scope="row">/g)).toHaveLength(12);
  });
});
