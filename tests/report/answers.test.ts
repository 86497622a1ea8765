import { describe, expect, it } from 'vitest';
import type { Coding } from '../../src/model.ts';
import { writeReport } from '../../src/report/write.ts';
import { studyOf } from '../study-of.ts';

const STUDY = `codebook: bog.yaml
transcripts: [interview]
questions:
  - { id: råd, label: Hvad er dit bedste råd?, asked: [bedste råd] }
  - { id: sag, label: Hvad lærte du af?, asked: [lært*] }
report: { by: question }
`;

interface Wishes {
  readonly approvedOnly?: boolean;
  readonly study?: string;
  /** The codings as people have decided. */
  readonly decided?: (coding: Coding) => Coding;
}

/** The parts of a report that is arranged by question, by their names. */
async function parts(files: Record<string, string>, { approvedOnly, study: plan = STUDY, decided = (one) => one }: Wishes = {}) {
  const { study, codings } = await studyOf({ 'codify.yaml': plan, ...files });
  const report = writeReport(study, codings.map(decided), { approvedOnly });
  return { ...report, part: (name: string) => report.parts.find((part) => part.name === name)?.text };
}

/** The lines that open an answer. */
const lines = (text: string | undefined): string[] => [...(text ?? '').matchAll(/^”.*$/gm)].map(([line]) => line);
const points = (text: string | undefined): string[] => [...(text ?? '').matchAll(/^- .*$/gm)].map(([line]) => line);

describe('a report by question', () => {
  it('has a section for each question in place of the themes, with all answers to it', async () => {
    const { part, parts: all } = await parts({
      'interview/a.md':
        'I: Hvad er dit bedste råd?\n\nR1 (chef): Hold altid lidt igen. Vi har alt for travlt til at lytte.\n\nI: Hvad lærte du?\n\nR1: Naboen vidste det hele.',
      'interview/b.md': 'I: Hvad er dit bedste råd?\n\nR2 (chef): Drik kaffe med din nabo, før du bygger.',
    });
    expect(all.map(({ name }) => name)).toEqual([
      'front',
      'contents',
      'summary',
      'introduction',
      'method',
      'results',
      'answers/råd',
      'answers/sag',
      'recommendations',
      'overview',
    ]);
    expect(part('answers/råd')).toBe(
      [
        '### Hvad er dit bedste råd?',
        'Begge de interviewede chefer svarer på spørgsmålet.',
        '”Drik kaffe med din nabo, før du bygger.” (chef)',
        '- **Tillid til naboen.**',
        '”Vi har alt for travlt til at lytte.” (chef)',
        '- **Mangel på tid.**',
      ].join('\n\n'),
    );
    expect(part('answers/sag')).toBe(
      '### Hvad lærte du af?\n\nEn chef svarer på spørgsmålet. Hos de øvrige er der ikke fundet et svar på det.\n\n”Naboen vidste det hele.” (chef)\n\n- **Tillid til naboen.**',
    );
  });

  it('tells of a question that was not found', async () => {
    const { part } = await parts({ 'interview/a.md': 'I: Hvad lærte du?\n\nR1 (chef): Vi har travlt.' });
    expect(part('answers/råd')).toBe(
      '### Hvad er dit bedste råd?\n\nSpørgsmålet er ikke fundet i interviewene. Det kan være stillet med andre ord.',
    );
  });

  it('keeps to rank and alphabet, and so to no order of the interviews', async () => {
    const answers = ['R1 (pædagog): Alle skal have kaffe med.', 'R2 (chef): Vent med at bygge noget.', 'R3 (chef): Begynd med at lytte.'];
    const files = (order: readonly number[]): Record<string, string> =>
      Object.fromEntries(order.map((i, at) => [`interview/${at}.md`, `I: Dit bedste råd?\n\n${answers[i]}`]));
    const first = await parts(files([0, 1, 2]));
    expect(lines(first.part('answers/råd'))).toEqual([
      '”Begynd med at lytte.” (chef)',
      '”Vent med at bygge noget.” (chef)',
      '”Alle skal have kaffe med.” (medarbejder)',
    ]);
    expect((await parts(files([2, 0, 1]))).part('answers/råd')).toBe(first.part('answers/råd'));
  });

  it('tells what was said outside the questions, as far as it bears a theme', async () => {
    const { part } = await parts({
      'interview/a.md': 'I: Hvem er du?\n\nR1 (chef): Jeg har altid travlt herude.\n\nI: Dit bedste råd?\n\nR1: Hold altid lidt igen.',
      'interview/b.md': 'I: Hvem er du?\n\nR2 (chef): Jeg kommer fra Fyn af.',
      'interview/c.md': '---\nform: dokument\nauthor: Havnen\nkind: strategi\n---\nVi bygger på tillid til hinanden.',
    });
    expect(lines(part('answers'))).toEqual(['”Jeg har altid travlt herude.” (chef)', '”Vi bygger på tillid til hinanden.” (strategi)']);
    expect(lines(part('answers/råd'))).toEqual(['”Hold altid lidt igen.” (chef)']);
  });

  it('puts what answers two questions at once under both, in other words where there are any', async () => {
    const { part } = await parts({
      'interview/a.md': 'I: Hvad lærte du? Og dit bedste råd?\n\nR1 (chef): Hav aldrig for travlt. Spørg pedellen om alting først.',
    });
    expect(lines(part('answers/råd'))).toEqual(['”Hav aldrig for travlt.” (chef)']);
    expect(lines(part('answers/sag'))).toEqual(['”Spørg pedellen om alting først.” (chef)']);
    const short = await parts({ 'interview/a.md': 'I: Hvad lærte du? Og dit bedste råd?\n\nR1 (chef): Hav aldrig for travlt.' });
    for (const name of ['answers/råd', 'answers/sag']) expect(lines(short.part(name))).toEqual(['”Hav aldrig for travlt.” (chef)']);
  });

  it('is told in English', async () => {
    const study = STUDY.replace('by: question', 'by: question, language: en');
    const { part } = await parts({ 'interview/a.md': 'I: Dit bedste råd?\n\nR1 (chef): Hav aldrig for travlt.' }, { study });
    expect(part('answers/råd')).toContain('One chef answers the question.\n\n“Hav aldrig for travlt.” (chef)');
  });
});

describe('the line that opens an answer', () => {
  const SAID = 'Det ved jeg ikke rigtig noget om. Nå. Vi har for travlt til at lytte. Naboen har travlt, og naboens nabo med.';
  const files = { 'interview/a.md': `I: Dit bedste råd?\n\nR1 (chef): ${SAID}` };

  it('is the one with most terms, of those that stand alone', async () => {
    const { part } = await parts(files);
    expect(lines(part('answers/råd'))).toEqual(['”Naboen har travlt, og naboens nabo med.” (chef)']);
  });

  it('is one that is pinned, before all others; never one that is banned', async () => {
    const among = (words: string, change: Partial<Coding>) => (coding: Coding) => {
      const said = coding.transcript.text.slice(coding.span.start, coding.span.end);
      return said.includes(words) ? { ...facing(coding), ...change } : coding;
    };
    const single = {
      'interview/a.md': `I: Dit bedste råd?\n\nR1 (chef): Vi har for travlt til at lytte. Det regner på os her. Naboen har travlt, og naboens nabo med.`,
    };
    expect(lines((await parts(single, { decided: among('lytte', { print: 'pin' }) })).part('answers/råd'))).toEqual([
      '”Vi har for travlt til at lytte.” (chef)',
    ]);
    expect(lines((await parts(single, { decided: among('nabo', { print: 'ban' }) })).part('answers/råd'))).toEqual([
      '”Vi har for travlt til at lytte.” (chef)',
    ]);
  });

  it('is whatever can stand alone where no theme was found', async () => {
    const { part } = await parts({
      'interview/a.md': 'I: Dit bedste råd?\n\nR1 (chef): Ja. Den var grøn og meget lang. Spørg pedellen, før du spørger mig.',
    });
    expect(lines(part('answers/råd'))).toEqual(['”Spørg pedellen, før du spørger mig.” (chef)']);
    expect(points(part('answers/råd'))).toEqual([]);
  });

  it('is nobody’s who does not want to be quoted, though her answer counts', async () => {
    const { part } = await parts({
      'codify.yaml': `${STUDY}participants: p.csv\n`,
      'p.csv': 'transcript,speaker,participant,role,consent\na,R1,P1,chef,nej\nb,R2,P2,chef,godkendes\n',
      'interview/a.md': 'I: Dit bedste råd?\n\nR1: Hav aldrig for travlt.',
      'interview/b.md': 'I: Dit bedste råd?\n\nR2: Hold altid lidt igen.',
    });
    expect(part('answers/råd')).toContain('Begge de interviewede chefer svarer');
    expect(lines(part('answers/råd'))).toEqual(['”Hold altid lidt igen.” (chef) **[citatet skal godkendes]**']);
  });

  it('waits for approval as quotes do', async () => {
    const asked = {
      'codify.yaml': `${STUDY}participants: p.csv\n`,
      'p.csv': 'transcript,speaker,participant,role,consent\na,R1,P1,chef,godkendes\n',
      'interview/a.md': 'I: Dit bedste råd?\n\nR1: Hav aldrig for travlt.',
    };
    expect((await parts(asked)).waiting).toBe(1);
    const { part, waiting } = await parts(asked, { approvedOnly: true });
    expect([lines(part('answers/råd')), waiting]).toEqual([[], 0]);
  });
});

/** A coding as plain data, to be changed. */
function facing(coding: Coding): Coding {
  const { id, theme, transcript, turn, participant, span, sentences, hits, score, origin, status, stance } = coding;
  return { id, theme, transcript, turn, participant, span, sentences, hits, score, origin, status, stance };
}

describe('the points of an answer', () => {
  it('are its themes in the order of the codebook, each with a quote that is not the line over again', async () => {
    const { part } = await parts({
      'interview/a.md':
        'I: Dit bedste råd?\n\nR1 (chef): Naboen og min nabo har travlt. Min nabo passede min hund i tre uger, og ingen spurgte hvorfor, for sådan er det herude.\n\n' +
        'I: Ja?\n\nR1: Vi har så travlt på kontoret, at ingen af os når at spise frokost, før klokken er over to om eftermiddagen.',
    });
    expect(lines(part('answers/råd'))).toEqual(['”Naboen og min nabo har travlt.” (chef)']);
    expect(points(part('answers/råd'))).toEqual([
      '- **Mangel på tid.** ”Vi har så travlt på kontoret, at ingen af os når at spise frokost, før klokken er over to om eftermiddagen.” (chef)',
      '- **Tillid til naboen.** ”Min nabo passede min hund i tre uger, og ingen spurgte hvorfor, for sådan er det herude.” (chef)',
    ]);
  });

  it('leave out what people have rejected', async () => {
    const { part } = await parts(
      { 'interview/a.md': 'I: Dit bedste råd?\n\nR1 (chef): Hold altid lidt igen. Hav aldrig for travlt.' },
      { decided: (coding) => ({ ...facing(coding), status: 'rejected' }) },
    );
    expect(points(part('answers/råd'))).toEqual([]);
  });
});
