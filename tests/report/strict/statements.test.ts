import { beforeAll, describe, expect, it } from 'vitest';
import type { Coding, Study } from '../../../src/model.ts';
import { joinParts } from '../../../src/report/parts.ts';
import { readStrictly, type StrictReading } from '../../../src/report/strict/strict.ts';
import { studyWhere } from './study.ts';

/*
 * Of 18 people, frontfigurer: D1-2 C1-2 L1 (5, "flere"); mod, a factor of it: C1-2 (2, "to"); krydspres: all but L6
 * (17, "de fleste"); ledelse: L1-6 M1-4 (10, "mange"); måling: everybody.
 */
let study: Study;
let codings: readonly Coding[];
let english: Study;
beforeAll(async () => {
  ({ study, codings } = await studyWhere(
    {
      frontfigurer: 'D1-2 L1',
      mod: 'C1-2',
      krydspres: 'D1-3 C1-4 L1-5 M1-5',
      ledelse: 'L1-6 M1-4',
      måling: 'D1-3 C1-4 L1-6 M1-5',
    },
    'materials: [{ kind: spørgeskema }]',
  ));
  english = { ...study, plan: { ...study.plan, report: { ...study.plan.report, language: 'en' } } };
});

const inReport = (prose: string): string => `${joinParts([])}\n${prose}\n`;

/** The how-many words that are doubted, then how many could not be tied to a theme: "de fleste, +1". */
function verdict({ doubts, untied }: StrictReading): string {
  const words = doubts.map((doubt) => (doubt.kind === 'silence' ? `${doubt.words}?` : doubt.words));
  return [...words, ...(untied > 0 ? [`+${untied}`] : [])].join(', ') || 'ok';
}

describe('a Danish sentence of hers', () => {
  it.each([
    // The words of the table.
    ['Flere af de interviewede taler om frontfigurer.', 'ok'],
    ['En række af de interviewede taler om frontfigurer.', 'ok'],
    ['En del af de interviewede taler om frontfigurer.', 'ok'],
    ['De fleste af de interviewede taler om frontfigurer.', 'De fleste'],
    ['Frontfigurer nævnes af mange af de interviewede.', 'mange'],
    ['Frontfigurer nævnes af nogle af de interviewede.', 'nogle'],
    ['En enkelt af de interviewede taler om frontfigurer.', 'En enkelt'],
    ['Alle de interviewede taler om frontfigurer.', 'Alle'],
    ['Alle interviewede måler, og måling fylder.', 'ok'],
    ['Alle 18 interviewede taler om måling.', 'ok'],
    ['De **fleste** af\nde interviewede taler om frontfigurer.', 'De fleste'],
    ['De fleste af de interviewede taler om krydspresset.', 'ok'],
    // Beside it.
    ['Langt de fleste af de interviewede nævner krydspres.', 'ok'],
    ['Langt de fleste af de interviewede nævner frontfigurer.', 'Langt de fleste'],
    ['Næsten alle interviewede nævner krydspres.', 'ok'],
    ['Stort set samtlige interviewede nævner krydspres.', 'ok'],
    ['Stort set samtlige interviewede nævner frontfigurer.', 'Stort set samtlige'],
    ['Nogle få af de interviewede nævner krydspres.', 'Nogle få'],
    ['En stor del af de interviewede er inde på en ledelse, der støtter.', 'ok'],
    ['En stor del af de interviewede er inde på frontfigurer.', 'En stor del'],
    ['Hovedparten af de interviewede nævner frontfigurer.', 'Hovedparten'],
    ['Et flertal af de interviewede efterlyser en ledelse, der støtter.', 'ok'],
    ['Et mindretal af de interviewede nævner frontfigurer.', 'ok'],
    ['Et mindretal af de interviewede nævner krydspres.', 'Et mindretal'],
    ['Få af de interviewede nævner krydspres.', 'Få'],
    ['Omkring halvdelen af de interviewede efterlyser en ledelse, der støtter.', 'ok'],
    ['Halvdelen af de interviewede nævner krydspres.', 'Halvdelen'],
    ['Mere end halvdelen af de interviewede nævner frontfigurer.', 'Mere end halvdelen'],
    ['28 % af de interviewede nævner frontfigurer.', 'ok'],
    ['To tredjedele af de interviewede nævner frontfigurer.', 'To tredjedele'],
    // Numbers.
    ['Fem af de interviewede taler om frontfigurer.', 'ok'],
    ['5 af de 18 interviewede taler om frontfigurer.', 'ok'],
    ['Seks af de interviewede taler om frontfigurer.', 'Seks'],
    ['Fire-fem af de interviewede taler om frontfigurer.', 'ok'],
    ['Mindst tre af de interviewede taler om frontfigurer.', 'ok'],
    ['Mindst seks af de interviewede taler om frontfigurer.', 'Mindst seks'],
    ['Sytten af de interviewede taler om krydspres.', 'ok'],
    // Roles.
    ['To af de fire interviewede chefer nævner frontfigurer.', 'ok'],
    ['To af de fem interviewede chefer nævner frontfigurer.', 'To af de fem'],
    ['Tre af de fire interviewede chefer nævner frontfigurer.', 'Tre af de fire'],
    ['To ud af fire interviewede chefer nævner frontfigurer.', 'ok'],
    ['Begge de interviewede chefer nævner frontfigurer.', 'Begge'],
    ['Alle fire interviewede chefer nævner frontfigurer.', 'Alle fire'],
    ['Alle fire chefer nævner krydspres.', 'ok'],
    ['De fleste af cheferne nævner frontfigurer.', 'De fleste'],
    ['Halvdelen af cheferne nævner frontfigurer.', 'ok'],
    ['Flere chefer nævner frontfigurer.', 'ok'],
    ['Mange medarbejdere nævner frontfigurer.', 'Mange'],
    ['En enkelt leder nævner frontfigurer.', 'ok'],
    ['En enkelt chef nævner frontfigurer.', 'En enkelt'],
    ['Frontfigurer bliver nævnt af fire chefer.', 'fire'],
    ['Det gælder frontfigurer, som to chefer og to direktører nævner.', 'ok'],
    ['Mange ledere og medarbejdere efterlyser en ledelse, der støtter.', 'Mange'],
    ['De fleste ledere og medarbejdere efterlyser en ledelse, der støtter.', 'ok'],
    ['Flere ledere på alle niveauer taler om frontfigurer.', 'ok'],
    ['Mange ledere på alle niveauer taler om frontfigurer.', 'Mange'],
    // Words that mean people by themselves.
    ['De fleste kommer i interviewene ind på frontfigurer:', 'De fleste'],
    ['Flere peger på frontfigurer.', 'ok'],
    ['Frontfigurer bliver nævnt af mange.', 'mange'],
    ['Talen falder på frontfigurer hos de fleste:', 'de fleste'],
    ['For mange er frontfigurer en drivkraft.', 'mange'],
    ['Meget afhænger af frontfigurer, siger nogle:', 'nogle'],
    // Silence is not absence.
    ['Ingen af de interviewede medarbejdere nævner frontfigurer.', 'Ingen?'],
    ['Ingen medarbejdere nævner frontfigurer.', 'Ingen?'],
    ['Kun to af de interviewede chefer nævner frontfigurer.', 'Kun to?'],
    ['Det er kun cheferne, der er inde på det.', 'kun?'],
    ['Ikke en eneste af de interviewede siger det.', 'Ikke en eneste?'],
    ['Det er ikke kun cheferne, der er inde på det.', 'ok'],
    // Themes: the nearest is meant, and in doubt the one that fits.
    ['To af de interviewede taler om mod og vedholdenhed.', 'ok'],
    ['Flere af de interviewede taler om mod og vedholdenhed.', 'Flere'],
    ['De fleste nævner krydspres, og flere af de interviewede frontfigurer.', 'ok'],
    ['Flere af de interviewede er trætte.', '+1'],
    ['Blandt ledere er det sådan, at *flere ledere måler* hver dag.', 'ok'],
  ])('%s → %s', (sentence, expected) => {
    expect(verdict(readStrictly(inReport(sentence), 'r.md', [], study, codings))).toBe(expected);
  });
});

describe('what is no statement about the people interviewed', () => {
  it.each([
    'De fleste frivillige taler om frontfigurer.',
    'Mange af de interviewede borgere taler om frontfigurer.',
    'Tre af de interviewede afdelingschefer taler om frontfigurer.',
    'Arbejdet bæres af mange medarbejdere, der er frontfigurer.',
    'De frivillige er glade. De fleste taler om frontfigurer.',
    'De fleste er frontfigurer.',
    'Flere borgere siger, at de er frontfigurer.',
    'Mange nævner slet ikke frontfigurer.',
    'De fleste deltagere nævnte frontfigurer.',
    '### Workshoppen\n\nDe fleste ledere nævnte frontfigurer.',
    'De fleste chefer har i spørgeskemaet svaret, at de er frontfigurer.',
    'Om frontfigurer er der holdt interview med tre direktører, fire chefer, seks ledere og fem medarbejdere.',
    'Frontfigurer berøres i to af de 18 interview.',
    'De fleste af de interviewede nævner slet ikke frontfigurer.',
    'Mange ”jordnære og dygtige” ledere er frontfigurer.',
    'Alle undtagen to af de interviewede er frontfigurer.',
    'På workshoppen sagde de fleste ledere noget om frontfigurer.',
    'De fleste foreninger har frontfigurer.',
    'Frontfigurer taler med mange ledere.',
    'Kommunen skal ansætte tre chefer, der er frontfigurer.',
    'Alle ledere bør være frontfigurer.',
    'De fleste ledere i foreningerne er frontfigurer.',
    'Forvaltningen har fjorten chefer.',
    'Der er brug for mange ledere, som er frontfigurer.',
    'Der er for mange chefer til frontfigurer.',
    'Endnu flere ledere kan blive frontfigurer.',
    'Flere ledere end medarbejdere er frontfigurer.',
    'Ikke alle ledere er frontfigurer.',
    'De fire interviewede chefer er ikke frontfigurer.',
    'En chef siger om frontfigurer:',
    'En af de interviewede siger om frontfigurer:',
    'En del af ledelsens arbejde er frontfigurer.',
    'De fleste leder efter frontfigurer.',
    'Frontfigurer findes på alle niveauer.',
    'Det er en del af medarbejdernes hverdag at være frontfigurer.',
    'Frontfigurer har ”mange ledere på alle niveauer” brug for.',
    '”De fleste af de interviewede ledere kalder sig frontfigurer.” (leder)',
    'En leder siger: »Vi er alle ledere, og de fleste ledere er frontfigurer.«',
    '> De fleste af de interviewede er frontfigurer. (chef)',
    '| De fleste af de interviewede | frontfigurer |',
    '## De fleste af de interviewede er frontfigurer',
    '<!-- De fleste af de interviewede er frontfigurer. -->',
    '```\nDe fleste af de interviewede er frontfigurer.\n```',
    'Udtrykket `de fleste af de interviewede` er frontfigurer.',
  ])('%s', (sentence) => {
    expect(verdict(readStrictly(inReport(sentence), 'r.md', [], study, codings))).toBe('ok');
  });
});

describe('an English sentence of hers', () => {
  it.each([
    ['Several of the interviewees speak of frontfigurer.', 'ok'],
    ['Most of the interviewees speak of frontfigurer.', 'Most'],
    ['Most interviewees speak of krydspres.', 'ok'],
    ['All interviewees speak of frontfigurer.', 'All'],
    ['Two of the four chefer interviewed speak of frontfigurer.', 'ok'],
    ['Three of the four chefer interviewed speak of frontfigurer.', 'Three of the four'],
    ['Two of the five chefer interviewed speak of frontfigurer.', 'Two of the five'],
    ['Most mentioned frontfigurer:', 'Most'],
    ['The talk came to frontfigurer with several:', 'ok'],
    ['The work is carried by most leder who are frontfigurer.', 'ok'],
    ['The majority of the people interviewed speak of frontfigurer.', 'The majority'],
    ['More than half of the interviewees speak of frontfigurer.', 'More than half'],
    ['None of the interviewees speak of frontfigurer.', 'None?'],
    ['Only two of the interviewees speak of frontfigurer.', 'Only two?'],
    ['Not only two of the interviewees speak of frontfigurer.', 'ok'],
    ['One of the interviewees says of frontfigurer:', 'ok'],
    ['“Most of the interviewees are frontfigurer,” says one.', 'ok'],
    ['At the workshop most of the interviewees spoke of frontfigurer.', 'ok'],
    ['Most volunteers are frontfigurer.', 'ok'],
  ])('%s → %s', (sentence, expected) => {
    expect(verdict(readStrictly(inReport(sentence), 'r.md', [], english, codings))).toBe(expected);
  });
});
