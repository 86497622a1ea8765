import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countCodings } from '../../src/analysis/count.ts';
import { frameworkMatrix, type FrameworkMatrix } from '../../src/analysis/matrix.ts';
import { codeTranscripts } from '../../src/coding/code.ts';
import type { Coding, Theme } from '../../src/model.ts';
import { codebookOf, transcriptOf } from '../coding/make.ts';
import { studyOf } from '../study-of.ts';
import { sample } from '../samples.ts';

const book = codebookOf([
  {
    id: 'a',
    terms: ['alfa'],
    themes: [
      { id: 'a1', terms: ['under'], themes: [{ id: 'a11', terms: ['dybt'] }] },
      { id: 'a2', terms: ['anden'] },
    ],
  },
  { id: 'b', terms: ['beta'] },
]);
const themeOf = (id: string): Theme => book.allThemes.find((theme) => theme.id === id)!;

const namesOf = ({ columns }: FrameworkMatrix): string[] => columns.map(({ theme, alone }) => (alone ? `${theme.id} alone` : theme.id));

/** Should a coding stand in this column, as the user reads its head? */
function belongs({ theme }: Coding, { theme: column, alone }: FrameworkMatrix['columns'][number]): boolean {
  return alone ? theme.id === column.id : theme.path.includes(column.id);
}

describe('a framework matrix', () => {
  it('has a row for everyone who speaks, roles by rank, then by id, those without a role last', async () => {
    const { study, codings } = await studyOf({
      'interview/a.md': 'I: Fortæl.\n\nR3 (pædagog): Travlt.\n\nR2: Hej.\n\nR4 (chef): …\n\nR1 (chef): Ja.\n\nR0 (pædagog): Nej.',
    });
    const { rows } = frameworkMatrix(study, codings);
    expect(rows.map(({ participant }) => participant.id.replace('interview/a.md/', ''))).toEqual(
      ['R1', 'R0', 'R3', 'R2'].map((id) => expect.stringContaining(id)),
    );
    expect(rows.map(({ cells }) => cells.map((quotes) => quotes.length))).toEqual([
      [0, 0],
      [0, 0],
      [1, 0],
      [0, 0],
    ]);
  });

  it('has one row for a person of two interviews, with her quotes in their order', async () => {
    const { study, codings } = await studyOf({
      'codify.yaml': 'codebook: bog.yaml\ntranscripts: [interview]\nparticipants: p.csv\n',
      'p.csv': 'transcript,speaker,participant,role\na.md,R1,P1,chef\nb.md,R1,P1,chef\n',
      'interview/a.md': 'R1: Travlt. Hej. Vi har travlt.',
      'interview/b.md': 'R1: Travlt igen.',
    });
    const { rows } = frameworkMatrix(study, codings.toReversed());
    expect(rows).toHaveLength(1);
    const said = rows[0]!.cells[0]!.map(({ transcript, span }) => transcript.text.slice(span.start, span.end));
    expect(said).toEqual(['Travlt.', 'Vi har travlt.', 'Travlt igen.']);
  });

  it('has documents below the people, counted among none of them', async () => {
    const { study, proposed: codings } = await sample('designprincipper');
    const { rows, columns } = frameworkMatrix(study, codings);
    expect(rows.map(({ participant }) => participant.document !== undefined)).toEqual([false, false, false, false, true, true]);
    const { rows: counted } = countCodings(study, codings);
    for (const [i, { people, quotes }] of columns.entries()) {
      const { total, documents } = counted.find(({ theme }) => theme === columns[i]!.theme)!;
      expect({ people, quotes }).toEqual({ people: total.people, quotes: total.quotes + documents!.quotes });
    }
  });

  it('takes a theme apart into what stands on it alone, where anything does, and its sub-themes', () => {
    const matrixOf = (said: string, id?: string): FrameworkMatrix => {
      const transcripts = [transcriptOf([`R1: ${said}`])];
      const { codings } = codeTranscripts(book, transcripts);
      return frameworkMatrix({ codebook: book, transcripts }, codings, id === undefined ? undefined : themeOf(id));
    };
    expect(namesOf(matrixOf('Alfa.'))).toEqual(['a', 'b']);
    expect(namesOf(matrixOf('Alfa.', 'a'))).toEqual(['a alone', 'a1', 'a2']);
    expect(namesOf(matrixOf('Under.', 'a'))).toEqual(['a1', 'a2']);
    expect(namesOf(matrixOf('Vand.', 'b'))).toEqual(['b']);
    expect(matrixOf('Dybt under. Vand. Anden.', 'a').rows[0]!.cells.map((quotes) => quotes.length)).toEqual([1, 1]);
  });

  it('holds every coding in exactly the cells of its person and themes, and its totals are unions', () => {
    const sentence = fc.array(fc.constantFrom('alfa', 'under', 'dybt', 'anden', 'beta', 'vand'), { minLength: 1, maxLength: 3 });
    const turn = fc.record({ who: fc.constantFrom('R1', 'R2', 'I'), said: fc.array(sentence, { minLength: 1, maxLength: 4 }) });
    const interviews = fc.array(fc.array(turn, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 3 });
    const asked = fc.constantFrom(undefined, ...book.allThemes);
    fc.assert(
      fc.property(interviews, asked, fc.func(fc.boolean()), (all, of, isRejected) => {
        const transcripts = all.map((turns, i) =>
          transcriptOf(
            turns.map(({ who, said }) => `${who}: ${said.map((words) => `Så ${words.join(' ')}.`).join(' ')}`),
            `i${i}`,
          ),
        );
        const codings = codeTranscripts(book, transcripts).codings.map((coding) =>
          isRejected(coding.id) ? { ...coding, status: 'rejected' as const } : coding,
        );
        const { columns, rows } = frameworkMatrix({ codebook: book, transcripts }, codings, of);
        for (const coding of codings) {
          const standsIn = rows.flatMap(({ participant, cells }) =>
            cells.flatMap((quotes, i) => quotes.filter((quote) => quote.codings.includes(coding)).map(() => `${participant.id} ${i}`)),
          );
          const should = columns.flatMap((column, i) =>
            coding.status !== 'rejected' && belongs(coding, column) ? [`${coding.participant.id} ${i}`] : [],
          );
          expect(standsIn).toEqual(should);
        }
        const counted = new Map(countCodings({ codebook: book, transcripts }, codings).rows.map(({ theme, total }) => [theme, total]));
        for (const [i, { theme, alone, people, quotes }] of columns.entries()) {
          expect(people).toBe(rows.filter(({ cells }) => cells[i]!.length > 0).length);
          expect(quotes).toBe(rows.reduce((sum, { cells }) => sum + cells[i]!.length, 0));
          if (!alone) expect({ people, quotes }).toEqual({ people: counted.get(theme)!.people, quotes: counted.get(theme)!.quotes });
        }
      }),
    );
  });
});
