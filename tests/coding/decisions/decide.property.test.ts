import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Decision, Transcript } from '../../../src/model.ts';
import { anchorOf } from '../../../src/text/anchors.ts';
import { splitSentences } from '../../../src/text/sentences.ts';
import { wordForms } from '../../../src/text/words.ts';
import { codebookOf, transcriptOf } from '../make.ts';
import { decided, noted } from './make.ts';

const codebook = codebookOf([
  { id: 'tid', terms: ['tid'] },
  { id: 'ro', terms: ['ro'] },
]);
const word = fc.constantFrom('tid', 'ro', 'vi', 'har', 'ja', 'nu', 'huset', 'kommer');
const sentence = fc
  .array(word, { minLength: 1, maxLength: 7 })
  .map((words) => `${words[0]![0]!.toUpperCase()}${words.join(' ').slice(1)}.`);
const turn = fc.array(sentence, { minLength: 1, maxLength: 5 });
const turns = fc.array(turn, { minLength: 1, maxLength: 5 });
const write = (all: readonly (readonly string[])[]): Transcript => transcriptOf(all.map((one, i) => `R${i % 2}: ${one.join(' ')}`));

const sentencesOf = ({ text, turns }: Transcript): { start: number; end: number }[] =>
  turns.flatMap(({ span }) => splitSentences(text, span, 'da'));

const choice = fc.record({
  at: fc.nat(),
  coder: fc.constantFrom('AB', 'CD'),
  theme: fc.constantFrom('tid', 'ro'),
  verdict: fc.constantFrom('accept', 'reject', 'add', 'move', 'seen', 'undo'),
  stance: fc.constantFrom(undefined, 'supports', 'qualifies'),
  print: fc.constantFrom(undefined, 'pin', 'ban'),
  replaces: fc.option(fc.nat(), { nil: undefined }),
});

/** Decisions that replace only earlier ones of their coder. */
function decisionsOf(transcript: Transcript, choices: readonly (typeof choice extends fc.Arbitrary<infer T> ? T : never)[]): Decision[] {
  const sentences = sentencesOf(transcript);
  const made: Decision[] = [];
  for (const [line, { at, coder, theme, verdict, stance, print, replaces }] of choices.entries()) {
    const own = made.filter((one) => one.coder === coder);
    const replaced = replaces === undefined && verdict !== 'undo' ? undefined : own[(replaces ?? 0) % Math.max(1, own.length)];
    if (verdict === 'undo' && !replaced) continue;
    made.push({
      id: String(line),
      coder,
      transcript: transcript.id,
      anchor: anchorOf(transcript.text, sentences[at % sentences.length]!),
      theme,
      verdict,
      place: { path: `${coder}.jsonl`, line },
      ...(verdict === 'move' && { to: theme === 'tid' ? 'ro' : 'tid' }),
      ...(stance !== undefined && { stance }),
      ...(print !== undefined && { print }),
      ...(replaced !== undefined && { replaces: replaced.id }),
    });
  }
  return made;
}

describe('decisions', () => {
  it('mean the same in whatever order their lines come', () => {
    fc.assert(
      fc.property(turns, fc.array(choice, { maxLength: 12 }), fc.infiniteStream(fc.nat()), (all, choices, random) => {
        const transcript = write(all);
        const decisions = decisionsOf(transcript, choices);
        const shuffled = decisions
          .map((one) => ({ one, by: random.next().value }))
          .sort((a, b) => a.by - b.by)
          .map(({ one }) => one);
        const [a, b] = [decisions, shuffled].map((list) => decided(codebook, [transcript], list));
        expect(noted(b!.codings)).toEqual(noted(a!.codings));
        expect(b!.codings.map(({ id, memos, edits }) => ({ id, memos, edits }))).toEqual(
          a!.codings.map(({ id, memos, edits }) => ({ id, memos, edits })),
        );
        expect([...b!.warnings].sort().length).toBe(a!.warnings.length);
      }),
    );
  });

  it('leave each sentence of the rules in one coding of its theme, and none out', () => {
    fc.assert(
      fc.property(turns, fc.array(choice, { maxLength: 12 }), (all, choices) => {
        const transcript = write(all);
        const before = decided(codebook, [transcript], []).codings;
        const after = decided(codebook, [transcript], decisionsOf(transcript, choices)).codings;
        for (const { theme, turn, sentences } of before) {
          for (let at = sentences.first; at <= sentences.last; at += 1) {
            const holding = after.filter(
              (one) => one.theme === theme && one.turn === turn && one.sentences.first <= at && at <= one.sentences.last,
            );
            expect(holding).toHaveLength(1);
          }
        }
      }),
    );
  });

  it('find their words again after edits elsewhere, or name what they lost; none ever moves to other words', () => {
    fc.assert(
      fc.property(turns, turns, fc.nat(), (before, after, at) => {
        const old = write(before);
        const sentences = sentencesOf(old);
        const span = sentences[at % sentences.length]!;
        const decision: Decision = {
          id: '1',
          coder: 'AB',
          transcript: old.id,
          anchor: anchorOf(old.text, span),
          theme: 'tid',
          verdict: 'add',
          place: { path: 'AB.jsonl', line: 1 },
        };
        const { codings, warnings } = decided(codebook, [write(after)], [decision]);
        const found = codings
          .filter(({ status }) => status === 'accepted')
          .map(({ span, transcript }) => transcript.text.slice(span.start, span.end));
        if (warnings.length === 0) expect(found.map(wordForms)).toEqual([wordForms(old.text.slice(span.start, span.end))]);
        else expect([found, warnings.length]).toEqual([[], 1]);
      }),
    );
  });
});
