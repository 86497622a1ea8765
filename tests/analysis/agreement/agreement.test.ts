import { describe, expect, it } from 'vitest';
import { agreementOf, type Agreement } from '../../../src/analysis/agreement/agreement.ts';
import { scoreRules } from '../../../src/analysis/agreement/rules.ts';
import type { UnitKind } from '../../../src/analysis/agreement/units.ts';
import { codeTranscripts } from '../../../src/coding/code.ts';
import { judgementsOf } from '../../../src/coding/decisions/judgements.ts';
import type { Decision } from '../../../src/model.ts';
import { codebookOf, transcriptOf } from '../../coding/make.ts';
import { decisionOn } from '../../coding/decisions/make.ts';

const codebook = codebookOf([
  { id: 'tid', terms: ['travlt'], themes: [{ id: 'hast', terms: ['haster'] }] },
  { id: 'ro', terms: ['ro'] },
]);
const SENTENCES = ['Vi har travlt.', 'Det haster.', 'Her er ro.', 'Sådan er det.'];
const interview = transcriptOf(['I: Har I travlt?', `R1: ${SENTENCES.join(' ')}`, 'R2: Enig. Men roligt.']);
const study = { codebook, transcripts: [interview] };

let id = 0;
const on = (coder: string, exact: string, verdict: Decision['verdict'], rest: Partial<Decision> = {}): Decision => {
  id += 1;
  return decisionOn(interview, exact, { id: `d${id}`, coder, verdict, ...rest });
};
/** A coder who was shown these sentences as a whole. */
const walks = (coder: string, sentences: readonly string[] = SENTENCES): Decision[] => sentences.map((one) => on(coder, one, 'seen'));
const measured = (decisions: readonly Decision[], coders: readonly string[] = ['A', 'B'], unit?: UnitKind): Agreement | undefined =>
  agreementOf(study, judgementsOf({ ...study, decisions }), coders, unit);
const figuresOf = (agreement: Agreement | undefined, theme: string): Agreement['all'] =>
  agreement!.themes.find((one) => one.theme.id === theme)!.figures;

describe('the units of agreement', () => {
  it('are what both were shown, uncoded sentences among them', () => {
    const agreement = measured([...walks('A'), ...walks('B', SENTENCES.slice(1)), on('A', 'Det haster.', 'add', { theme: 'hast' })]);
    expect(agreement).toMatchObject({ units: 3, whole: 3, interviews: [{ transcript: interview, units: 3 }] });
    expect(figuresOf(agreement, 'hast')).toMatchObject({ units: 3, coded: [1, 0], share: 2 / 3, kappa: 0 });
  });

  it('are by theme: what was proposed to both is compared for that theme alone', () => {
    const agreement = measured([
      on('A', 'Vi har travlt.', 'accept', { theme: 'tid' }),
      on('B', 'Vi har travlt.', 'reject', { theme: 'tid' }),
      on('A', 'Her er ro.', 'accept', { theme: 'ro' }),
      on('B', 'Her er ro.', 'accept', { theme: 'tid' }),
    ]);
    expect(agreement).toMatchObject({ units: 1, whole: 0, sets: { units: 0, alpha: 'no units' } });
    expect(figuresOf(agreement, 'tid')).toMatchObject({ units: 1, coded: [1, 0] });
    expect(figuresOf(agreement, 'ro')).toMatchObject({
      units: 0,
      share: 'no units',
      kappa: 'no units',
      alpha: 'no units',
      ac1: 'no units',
    });
  });

  it('are none where nothing was shown to both', () => {
    expect(measured([...walks('A', SENTENCES.slice(0, 2)), ...walks('B', SENTENCES.slice(2))])).toBeUndefined();
    expect(measured(walks('A'))).toBeUndefined();
  });

  it('are turns on request, of which every sentence was shown to both', () => {
    const decisions = [
      ...walks('A'),
      ...walks('B'),
      on('A', 'Det haster.', 'add', { theme: 'tid' }),
      on('B', 'Her er ro.', 'add', { theme: 'tid' }),
    ];
    expect(figuresOf(measured(decisions), 'tid')).toMatchObject({ units: 4, coded: [1, 1], share: 0.5 });
    const turns = measured([...decisions, ...walks('A', ['Enig.']), ...walks('B', ['Enig.'])], ['A', 'B'], 'turns');
    expect(turns).toMatchObject({ unit: 'turns', units: 1, whole: 1, disagreements: [] });
    expect(figuresOf(turns, 'tid')).toMatchObject({ units: 1, coded: [1, 1], share: 1, alpha: 'nothing varies' });
  });

  it('leave out a theme of which a coder says two things', () => {
    const first = on('A', 'Vi har travlt.', 'accept', { theme: 'tid' });
    const rivals = [
      on('A', 'Vi har travlt.', 'reject', { theme: 'tid', replaces: first.id }),
      on('A', 'Vi har travlt.', 'accept', { theme: 'tid', stance: 'supports', replaces: first.id }),
    ];
    const agreement = measured([...walks('A'), ...walks('B'), first, ...rivals]);
    expect(figuresOf(agreement, 'tid').units).toBe(3);
    expect(figuresOf(agreement, 'ro').units).toBe(4);
    expect(agreement).toMatchObject({ units: 4, whole: 4, sets: { units: 3 } });
  });
});

describe('agreement', () => {
  const decisions = [
    ...walks('A'),
    ...walks('B'),
    on('A', 'Vi har travlt.', 'accept', { theme: 'tid' }),
    on('B', 'Vi har travlt.', 'accept', { theme: 'hast' }),
    on('A', 'Her er ro.', 'accept', { theme: 'ro' }),
    on('B', 'Her er ro.', 'accept', { theme: 'ro' }),
  ];

  it('counts what is under a theme as the theme', () => {
    const agreement = measured(decisions);
    expect(figuresOf(agreement, 'tid')).toMatchObject({ coded: [1, 1], share: 1, kappa: 1, alpha: 1, ac1: 1 });
    expect(figuresOf(agreement, 'hast')).toMatchObject({ coded: [0, 1], share: 3 / 4 });
    expect(agreement!.top).toMatchObject({ coded: [2, 2], share: 1, kappa: 1, alpha: 1 });
    expect(agreement!.all).toMatchObject({ units: 4, coded: [2, 2], share: (3 + 3 + 4) / 12 });
  });

  it('names what they do not agree on, theme by theme', () => {
    const { disagreements } = measured(decisions)!;
    expect(disagreements.map(({ transcript, span }) => transcript.text.slice(span.start, span.end))).toEqual(['Vi har travlt.']);
    expect(disagreements[0]!.said.map((own) => own.map((theme) => theme.id))).toEqual([['tid'], ['hast']]);
  });

  it('takes near sets for near', () => {
    const wide = on('A', 'Vi har travlt.', 'add', { theme: 'ro' });
    const near = [
      ...decisions.filter(({ coder, theme }) => coder === 'A' || theme !== 'hast'),
      wide,
      on('B', 'Vi har travlt.', 'add', { theme: 'tid' }),
    ];
    const sets = (all: readonly Decision[]): number => measured(all)!.sets.alpha as number;
    // {tid, ro} and {tid} in one unit, against {tid} and {hast}.
    expect(sets(near)).toBeGreaterThan(sets(decisions));
  });

  it('is for any number of coders, with Fleiss in the place of Cohen', () => {
    const three = measured([...decisions, ...walks('C'), on('C', 'Her er ro.', 'accept', { theme: 'ro' })], ['A', 'B', 'C']);
    expect(figuresOf(three, 'ro')).toMatchObject({ units: 4, coded: [1, 1, 1], kappa: 1, alpha: 1 });
    // Two of three pairs differ on one of four sentences.
    expect(figuresOf(three, 'tid').share).toBeCloseTo(1 - 2 / 3 / 4, 10);
    expect(measured(decisions, ['A', 'B', 'C'])).toBeUndefined();
  });
});

describe('the rules against a coder', () => {
  const proposed = codeTranscripts(codebook, [interview]).codings;
  const score = (decisions: readonly Decision[]): ReturnType<typeof scoreRules> =>
    scoreRules(study, proposed, judgementsOf({ ...study, decisions }), 'A');

  it('are right where she accepts, and miss what she adds where she was shown all', () => {
    const result = score([
      ...walks('A'),
      on('A', 'Vi har travlt.', 'accept', { theme: 'tid' }),
      on('A', 'Det haster.', 'reject', { theme: 'hast' }),
      on('A', 'Sådan er det.', 'add', { theme: 'ro' }),
    ])!;
    expect(result).toMatchObject({ units: 4, whole: 4 });
    const by = Object.fromEntries(result.themes.map(({ theme, figures }) => [theme.id, figures]));
    expect(by['tid']).toMatchObject({
      proposed: 2,
      right: 1,
      borne: 1,
      found: 1,
      precision: 0.5,
      recall: 1,
      f1: expect.closeTo(2 / 3, 10),
    });
    expect(by['hast']).toMatchObject({ proposed: 1, right: 0, precision: 0, borne: 0, recall: undefined, f1: undefined });
    expect(by['ro']).toMatchObject({ proposed: 1, right: 0, borne: 1, found: 0, precision: 0, recall: 0, f1: 0 });
    expect(result.all).toMatchObject({ proposed: 3, right: 1, borne: 2, found: 1, precision: 1 / 3, recall: 0.5, f1: 0.4 });
    expect(result.top).toMatchObject({ proposed: 3, right: 1, borne: 2, found: 1 });
  });

  it('have no recall where she was shown proposals only', () => {
    const result = score([on('A', 'Vi har travlt.', 'accept', { theme: 'tid' }), on('A', 'Sådan er det.', 'add', { theme: 'tid' })])!;
    expect(result).toMatchObject({ units: 2, whole: 0, all: { proposed: 1, right: 1, precision: 1, recall: undefined, f1: undefined } });
  });

  it('have no score where she was shown nothing', () => expect(score(walks('B'))).toBeUndefined());

  it('have recall alone against a report: what they find below its theme, and where they put the rest', () => {
    const placed = (exact: string, theme: string): Decision => ({
      ...on('A', exact, 'accept', { theme }),
      report: { line: 7, headings: ['Overskrift'] },
    });
    const result = score([
      placed('Det haster.', 'tid'),
      placed('Vi har travlt.', 'hast'),
      placed('Her er ro.', 'tid'),
      placed('Sådan er det.', 'ro'),
      // Said by someone since, and no part of the report.
      on('A', 'Det haster.', 'accept', { theme: 'ro' }),
    ])!;
    const by = Object.fromEntries(result.themes.map(({ theme, figures }) => [theme.id, figures]));
    const unknown = { proposed: 0, right: 0, precision: undefined, f1: undefined };
    expect(by['tid']).toEqual({ ...unknown, borne: 3, found: 2, recall: 2 / 3 });
    expect(by['hast']).toEqual({ ...unknown, borne: 1, found: 0, recall: 0 });
    expect(by['ro']).toEqual({ ...unknown, borne: 1, found: 0, recall: 0 });
    expect(result).toMatchObject({ units: 4, misplaced: { near: 1, elsewhere: 1, nowhere: 1 } });
    expect(result.all).toEqual({ ...unknown, borne: 4, found: 1, recall: 0.25 });
    expect(result.top).toEqual({ ...unknown, borne: 4, found: 2, recall: 0.5 });
  });
});
