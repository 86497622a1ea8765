import { describe, expect, it } from 'vitest';
import { AnchorFinder, anchorOf } from '../../src/text/anchors.ts';
import { transcriptOf } from '../coding/make.ts';

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
    expect(found(LONG, ['I: ?', 'R1: Ja. »Vi har haft TRAVLT hele a\u030aret« … Nu ikke.'])).toBe('1.1');
  });

  it('finds both halves of a sentence that was divided', () => {
    expect(found(LONG, ['I: ?', 'R1: Ja. Vi har haft travlt. Hele året. Det er sådan.'])).toBe('1.1 1.2');
  });

  it('is lost when its words are part of a longer sentence, in two turns, or said by the interviewer', () => {
    expect(found(LONG, ['I: ?', 'R1: Ja. Vi har haft travlt hele året, og det er sådan.'])).toBeUndefined();
    expect(found(LONG, ['I: ?', 'R1: Vi har haft travlt.', 'R2: Hele året.'])).toBeUndefined();
    expect(found(LONG, [`I: ${LONG}`, 'R1: Ja.'])).toBeUndefined();
  });

  it('tells the same words apart by their neighbours, wherever they have moved', () => {
    expect(found('Ja.', before)).toBe('1.0');
    expect(found('Ja.', before, 1)).toBe('2.0');
    expect(found('Ja.', [before[0]!, 'R2: Ja. Her er ro.', `R1: Ja. ${LONG}`])).toBe('2.0');
    expect(found('Ja.', [before[0]!, 'R2: Ja. Her er ro.', `R1: Ja. ${LONG}`], 1)).toBe('1.0');
  });

  it('of a short sentence is lost with its neighbours, rather than found in another', () => {
    expect(found('Ja.', ['I: Noget helt andet nu?', 'R3: Nej da. Ja. Men hvorfor egentlig.'])).toBeUndefined();
  });
});
