import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { judgementsOf, sayingOf } from '../../src/coding/decisions/judgements.ts';
import type { Decision, Judgement } from '../../src/model.ts';
import { choose, lineOf, undo, type Choice } from '../../src/review/deciding.ts';
import { allSaid, saidBy, type Said } from '../../src/review/said.ts';
import { codebook, interview, tableOf } from './make.ts';

const theme = fc.constantFrom(...codebook.allThemes);
const stance = fc.constantFrom('supports', 'qualifies', 'contradicts', undefined);
const stanced = stance.map((one) => (one === undefined ? {} : { stance: one }));
const end = fc.constantFrom('first', 'last');
const choice: fc.Arbitrary<Choice> = fc.oneof(
  stance.map((one) => ({ kind: 'accept' as const, stance: one })),
  fc.constant({ kind: 'reject' as const }),
  fc.tuple(theme, stanced).map(([{ id }, rest]) => ({ kind: 'move' as const, to: id, ...rest })),
  fc.tuple(theme, stanced).map(([{ id }, rest]) => ({ kind: 'add' as const, theme: id, ...rest })),
  fc.constantFrom('pin', 'ban', undefined).map((print) => ({ kind: 'print' as const, print })),
  fc.constantFrom('Se igen', 'Spørg', '').map((memo) => ({ kind: 'memo' as const, memo })),
  fc.constant({ kind: 'seen' as const }),
  fc.tuple(fc.constantFrom('lengthen', 'shorten'), end).map(([kind, one]) => ({ kind, end: one })),
);
/** Where: a turn of a respondent, sentences of it, and a theme or none; or the item as the last choice left it. */
const where = fc.option(
  fc.record({ turn: fc.constantFrom(1, 3), from: fc.nat(4), to: fc.nat(4), theme: fc.option(theme, { nil: undefined }) }),
  { nil: undefined },
);
const choices = fc.array(fc.record({ where, choice }), { maxLength: 12 });

const isDecision = new Ajv2020().compile(
  JSON.parse(readFileSync(resolve(import.meta.dirname, '../../codebooks/decision.schema.json'), 'utf8')) as object,
);

/** What is said, by sentence and theme, and by which lines. */
const account = (judgements: readonly Judgement[]): string[] =>
  judgements
    .map(({ turn, sentence, theme, span, status, stance, print, edit, memos, decisions }) =>
      JSON.stringify([turn, sentence, theme, span, status, stance, print, edit, memos, decisions.map(({ id }) => id).sort()]),
    )
    .sort();

/** The choices one after the other, with what is written and said after each. */
function* session(
  all: typeof choices extends fc.Arbitrary<infer T> ? T : never,
  start: Said,
): Generator<{ said: Said; decisions: readonly Decision[] }> {
  const { interviews } = tableOf([interview]);
  let said = start;
  let item = interviews.item(interview, 1, { first: 0, last: 1 }, codebook.allThemes[0]);
  for (const { where: at, choice: one } of all) {
    if (at) {
      const most = interviews.sentencesOf(interview, at.turn).length - 1;
      const [first, last] = [Math.min(at.from, at.to, most), Math.min(Math.max(at.from, at.to), most)];
      item = interviews.item(interview, at.turn, { first, last }, at.theme);
    }
    const chosen = choose(interviews, said, item, one);
    ({ said, item } = chosen);
    yield { said, decisions: chosen.decisions };
  }
}

const readAgain = (lines: readonly Decision[]): Judgement[] =>
  judgementsOf({
    codebook,
    transcripts: [interview],
    decisions: lines.map((one, i) => ({ ...(JSON.parse(lineOf(one)) as Decision), place: { path: 'decisions/AB.jsonl', line: i + 1 } })),
  });

it('any choices: what is kept in mind is what the file says, and as many undos lead back to the start', () => {
  fc.assert(
    fc.property(choices, choices, (before, now) => {
      const lines: Decision[] = [];
      for (const { decisions } of session(before, tableOf([interview]).said)) lines.push(...decisions);
      const atStart = readAgain(lines);
      let said = saidBy({ coder: 'AB', path: 'decisions/AB.jsonl', lines: lines.length, reader: sayingOf }, atStart);
      expect(account(allSaid(said))).toEqual(account(atStart));
      for (const after of session(now, said)) {
        ({ said } = after);
        lines.push(...after.decisions);
        expect(account(allSaid(said))).toEqual(account(readAgain(lines)));
        expect(said.lines).toBe(lines.length);
      }
      for (let back = undo(said); back; back = undo(said)) {
        ({ said } = back);
        lines.push(...back.decisions);
        expect(account(allSaid(said))).toEqual(account(readAgain(lines)));
      }
      expect(account(readAgain(lines))).toEqual(account(atStart));
      for (const line of lines) expect(isDecision(JSON.parse(lineOf(line)))).toBe(true);
      expect(new Set(lines.map(({ id }) => id)).size).toBe(lines.length);
    }),
  );
});

it('any choice about a theme leaves what she says of others as it was', () => {
  fc.assert(
    fc.property(choices, choices, (before, now) => {
      let said = tableOf([interview]).said;
      for (const one of session(before, said)) ({ said } = one);
      const [last] = now;
      if (!last?.where?.theme || last.choice.kind === 'add') return;
      const { id } = last.where.theme;
      // What she moved from this theme, or from the one she moves it to, is now said anew: the earlier move goes.
      const target = last.choice.kind === 'move' ? last.choice.to : undefined;
      const elsewhere = (judgements: readonly Judgement[]): string[] =>
        judgements
          .filter(
            (one) =>
              one.theme !== id &&
              one.theme !== target &&
              !one.decisions.some((d) => d.verdict === 'move' && (d.theme === id || d.theme === target)),
          )
          .map(({ turn, sentence, theme: of, status, stance, print, memos }) =>
            JSON.stringify([turn, sentence, of, status, stance, print, memos]),
          )
          .sort();
      const [after] = session([last], said);
      expect(elsewhere(allSaid(after!.said))).toEqual(elsewhere(allSaid(said)));
    }),
  );
});
