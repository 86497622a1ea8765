import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AnchorFinder, anchorOf } from '../../src/text/anchors.ts';
import { transcriptOf } from '../coding/make.ts';
import { runs } from '../chance.ts';

const LONG = 'Vi har haft travlt hele året.';
const before = ['I: Hvordan går det?', `R1: Ja. ${LONG} Det er sådan.`, 'R2: Ja. Her er ro.'];

/** What the words of the old interview are found as in the new one: turn and sentences. */
function found(exact: string, after: readonly string[], nth = 0): string | undefined {
  const { text } = transcriptOf(before);
  let start = text.indexOf(exact);
  for (let i = 0; i < nth; i += 1) start = text.indexOf(exact, start + 1);
  const sentences = new AnchorFinder(transcriptOf(after), 'da').find(anchorOf(text, { start, end: start + exact.length }));
  return sentences?.map(({ turn, number }) => `${turn}.${number}`).join(' ');
}

describe('an anchor', () => {
  it('holds the words, what stands around them, and their place in code points', () => {
    const text = `😀 ${'x'.repeat(50)} Ja. 😀`;
    expect(anchorOf(text, { start: 54, end: 57 })).toEqual({ exact: 'Ja.', prefix: `${'x'.repeat(39)} `, suffix: ' 😀', start: 53 });
    const emoji = `${'😀'.repeat(30)}Ja.${'😀'.repeat(30)}.`;
    expect(anchorOf(emoji, { start: 60, end: 63 }).suffix).toBe('😀'.repeat(20));
    expect(anchorOf(`x${'😀'.repeat(30)}.Ja.`, { start: 62, end: 65 }).prefix).toBe(`${'😀'.repeat(20)}.`);
  });

  it('finds its sentence where it was', () => expect(found(LONG, before)).toBe('1.1'));

  it('finds it again when the text above has grown', () => {
    expect(found(LONG, ['I: Ny.', 'R2: Helt ny tur her. Og en til.', ...before])).toBe('3.1');
  });

  it('compares words, not bytes: case, marks and the spelling of å do not matter', () => {
    expect(found(LONG, ['I: ?', 'R1: JA! »Vi har haft TRAVLT hele a\u030aret« … Det er – SÅDAN.'])).toBe('1.1');
  });

  it('finds both halves of a sentence that was divided', () => {
    expect(found(LONG, ['I: ?', 'R1: Ja. Vi har haft travlt. Hele året. Det er sådan.'])).toBe('1.1 1.2');
  });

  it('is lost when its words are part of a longer sentence, in two turns, or said by the interviewer', () => {
    expect(found(LONG, ['I: ?', 'R1: Ja. Vi har haft travlt hele året, og det er sådan.'])).toBeUndefined();
    expect(found(LONG, ['I: ?', 'R1: Vi har haft travlt.', 'R2: Hele året.'])).toBeUndefined();
    expect(found(LONG, [`I: ${LONG}`, 'R1: Ja.'])).toBeUndefined();
  });

  it('finds it beside one of its neighbours, when the other was edited', () => {
    expect(found(LONG, ['I: ?', `R1: Nej, nej! Nu har jeg sagt det før. ${LONG} Det er sådan.`])).toBe('1.2');
  });

  it('finds it beside a few long words, which are all an anchor has room for', () => {
    const long = 'Arbejdsmarkedsforvaltningens arbejdsmiljørepræsentanter.';
    const { text } = transcriptOf([`R1: ${long} ${LONG} Aha.`]);
    const start = text.indexOf(LONG);
    const anchor = anchorOf(text, { start, end: start + LONG.length });
    const find = (turn: string) => new AnchorFinder(transcriptOf([`R1: Nå. ${turn}`]), 'da').find(anchor);
    expect(find(`${long} ${LONG} Nej.`)).toMatchObject([{ number: 2 }]);
    expect(find(`Repræsentanter. ${LONG} Nej.`)).toBeUndefined();
  });

  it('tells the same words apart by their neighbours, wherever they have moved', () => {
    expect(found('Ja.', before)).toBe('1.0');
    expect(found('Ja.', before, 1)).toBe('2.0');
    const moved = ['R2: Ja. Her er ro.', before[0]!, `R1: Ja. ${LONG}`];
    expect(found('Ja.', moved)).toBe('2.0');
    expect(found('Ja.', [...moved, 'R2: Ja. Her er ro.'], 1)).toBeUndefined();
  });

  it('is lost with its neighbours, rather than found in another', () => {
    expect(found('Ja.', ['I: Noget helt andet nu?', 'R3: Nej da. Ja. Men hvorfor egentlig.'])).toBeUndefined();
    expect(found(LONG, ['I: Noget helt andet nu?', `R3: Nej da. ${LONG} Men hvorfor egentlig.`])).toBeUndefined();
  });
});

describe('a near match', () => {
  const nearly = (after: readonly string[], exact = LONG): string | undefined => {
    const { text } = transcriptOf(before);
    const start = text.indexOf(exact);
    const match = new AnchorFinder(transcriptOf(after), 'da').nearly(anchorOf(text, { start, end: start + exact.length }));
    return match && `${match.sentence.turn}.${match.sentence.number} ${match.similarity.toFixed(2)}`;
  };

  it('is the sentence with most of the words in their order, of those of the longer one', () => {
    expect(nearly(['I: ?', 'R1: Ja. Vi har haft travlt. Det er sådan.'])).toBe('1.1 0.67');
    expect(nearly(['I: ?', 'R1: Vi har altså haft rigtig travlt hele året, ja.'])).toBe('1.0 0.67');
    expect(nearly(['I: ?', 'R1: Vi har haft lidt travlt hele året. Vi har haft meget travlt næsten hele året.'])).toBe('1.0 0.86');
    expect(nearly(['I: Noget andet?', `R3: Nej da. ${LONG} Men hvorfor.`])).toBe('1.1 1.00');
  });

  it('is none when fewer than six of ten words are left, or they are put in another order', () => {
    expect(nearly(['I: ?', 'R1: Vi har haft to fester i huset og travlt.'])).toBeUndefined();
    expect(nearly(['I: ?', 'R1: Travlt hele året har vi haft.'])).toBeUndefined();
    expect(nearly(['I: ?', `I: ${LONG}`, 'R1: Nå.'])).toBeUndefined();
  });

  it('among equals is the one between its neighbours, then the one nearest to its place', () => {
    const twice = [
      'R1: Aha.',
      'I: ?',
      'R2: Vi har haft travlt i året.',
      'R1: Vi har haft travlt i året. Det er sådan.',
      'R2: Vi har haft travlt i året.',
    ];
    expect(nearly(twice)).toBe('3.0 0.83');
  });
});

describe('an anchor in a text that is edited elsewhere', () => {
  // Sentences nobody else says, and two that are said again and again.
  const said = fc.constantFrom('Ja.', 'Vi har jo rigtig travlt lige nu.');
  const sentence = fc.oneof(
    said,
    fc.nat(999).map((n) => `Linje${n} om sag${n} og æble${n} i uge${n} her${n}.`),
  );
  const turns = fc.array(fc.array(sentence, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 6 });
  const edit = fc.record({ at: fc.nat(), what: fc.constantFrom('insert', 'delete', 'replace'), sentence });

  /** A sentence that knows who it is, whatever stands around it. */
  interface Known {
    readonly words: string;
    readonly isOurs: boolean;
  }
  const textOf = (all: readonly (readonly Known[])[]): ReturnType<typeof transcriptOf> =>
    transcriptOf(all.map((turn, i) => `${i % 3 === 0 ? 'I' : `R${i % 2}`}: ${turn.map(({ words }) => words).join(' ')}`));
  const spokenIn = (all: readonly (readonly Known[])[]): Known[] => all.flatMap((turn, i) => (i % 3 === 0 ? [] : turn));

  it('finds the very same sentence, or is lost: never a twin that stands elsewhere', () => {
    let kept = 0;
    fc.assert(
      fc.property(turns, fc.nat(), fc.array(edit, { maxLength: 6 }), fc.boolean(), (lines, pick, edits, isRemoved) => {
        const spoken = lines.flatMap((turn, i) => (i % 3 === 0 ? [] : turn.map((_, at) => [i, at] as const)));
        fc.pre(spoken.length > 0);
        const [ourTurn, ourPlace] = spoken[pick % spoken.length]!;
        const before = lines.map((turn, i) => turn.map((words, at): Known => ({ words, isOurs: i === ourTurn && at === ourPlace })));
        const after = before.map((turn) => turn.filter(({ isOurs }) => !(isOurs && isRemoved)));
        for (const { at, what, sentence: words } of edits) {
          const turn = after[at % after.length]!;
          const place = at % (turn.length + 1);
          if (turn[place]?.isOurs && what !== 'insert') continue;
          turn.splice(place, what === 'insert' ? 0 : 1, ...(what === 'delete' ? [] : [{ words, isOurs: false }]));
        }
        const full = after.map((turn) => (turn.length === 0 ? [{ words: 'Hm.', isOurs: false }] : turn));
        const [old, edited] = [textOf(before), textOf(full)];
        const at = spokenIn(before).findIndex(({ isOurs }) => isOurs);
        const anchor = anchorOf(old.text, [...new AnchorFinder(old, 'da').turns.values()].flat()[at]!.span);
        const finder = new AnchorFinder(edited, 'da');
        const found = finder.find(anchor);
        if (!found) {
          if (!isRemoved) expect(finder.nearly(anchor)?.similarity).toBe(1);
          return;
        }
        kept += 1;
        const one = spokenIn(full)[[...finder.turns.values()].flat().indexOf(found[0]!)]!;
        expect([found.length, one.words]).toEqual([1, spokenIn(before)[at]!.words]);
        // Of twins beside one neighbour nobody can tell which of them is left.
        const [was, is] = [before.flat(), full.flat()];
        const [from, to] = [was.findIndex(({ isOurs }) => isOurs), is.indexOf(one)];
        const isBeside = [-1, 1].some((side) => was[from + side] && was[from + side]?.words === is[to + side]?.words);
        expect(one.isOurs || isBeside).toBe(true);
      }),
      { numRuns: runs(400) },
    );
    expect(kept).toBeGreaterThan(50);
  });
});
