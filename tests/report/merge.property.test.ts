import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mergeReport } from '../../src/report/merge.ts';
import { joinParts, type Part } from '../../src/report/parts.ts';
import { runs } from '../chance.ts';

/*
 * A report lives through many runs: between them a person writes outside the parts, edits in them, deletes and moves
 * them, and saves with other line ends; codify meanwhile writes other words, more parts and fewer, in another order.
 * What she has done is looked for in the file by a reader of its own, not by the one under test.
 */

const NAMES = ['front', 'method', 'results', 'results/tid', 'results/tillid+nabo', 'results/mål', 'recommendations', 'overview'];

const PART = /<!-- codify part (\S+) [0-9a-f]{12} -->(?:\r\n|\n)([\s\S]*?)<!-- codify end \1 -->(?:\r\n|\n)?/g;
const LIST = /<!-- codify report; parts: [^>]*-->/;

/** What stands outside the parts and the list. */
const outside = (file: string): string => file.replace(PART, '').replace(LIST, '');
const bodies = (file: string): Map<string, string> => new Map([...file.matchAll(PART)].map((match) => [match[1]!, match[2]!]));

/** Is this the other with nothing but line ends put in? */
function onlyLineEndsAdded(before: string, after: string): boolean {
  let at = 0;
  for (const char of after) {
    if (at < before.length && before.startsWith(char, at)) at += char.length;
    else if (char !== '\n' && char !== '\r') return false;
  }
  return at === before.length;
}

/** Words as people leave them: blanks at both ends, empty lines, headings, comments of their own, no line end. */
const words = fc.stringMatching(/^[a-zæøå#*|>” \t-]{0,12}(?:\r?\n[ \t]?[a-zæøå#! -]{0,12}){0,4}$/);

type Edit =
  | { readonly kind: 'write' | 'edit'; readonly at: number; readonly words: string }
  | { readonly kind: 'delete'; readonly at: number }
  | { readonly kind: 'move'; readonly at: number; readonly to: number }
  | { readonly kind: 'crlf' | 'lf' | 'bom' | 'strip' };

const edit: fc.Arbitrary<Edit> = fc.oneof(
  fc.record({ kind: fc.constantFrom('write' as const, 'edit' as const), at: fc.nat(999), words }),
  fc.record({ kind: fc.constant('delete' as const), at: fc.nat(999) }),
  fc.record({ kind: fc.constant('move' as const), at: fc.nat(999), to: fc.nat(999) }),
  fc.record({ kind: fc.constantFrom('crlf' as const, 'lf' as const, 'bom' as const, 'strip' as const) }),
);

/** What codify writes at one run: some of the parts, in some order, each in one of a few versions. */
const output: fc.Arbitrary<Part[]> = fc
  .tuple(fc.subarray(NAMES, { minLength: 1 }), fc.infiniteStream(fc.nat(2)), fc.boolean())
  .map(([names, versions, backwards]) =>
    (backwards ? names.toReversed() : names).map((name) => ({
      name,
      text: `${name.includes('/') ? '###' : '##'} ${name}\n\nSagt af ${versions.next().value} personer.\n\n”Citat.” (chef)`,
    })),
  );

const run = fc.record({ edits: fc.array(edit, { maxLength: 6 }), output });

/** Where the lines begin that are outside every part: there she may write a line of her own. */
function gaps(file: string): number[] {
  const taken = [...file.matchAll(PART)].map((match) => [match.index, match.index + match[0].length] as const);
  const starts = [0, ...[...file.matchAll(/\n/g)].map((match) => match.index + 1)].filter((at) => at > 0 || !file.startsWith('\uFEFF'));
  return starts.filter((at) => !taken.some(([from, to]) => at > from && at < to));
}

function apply(file: string, one: Edit, edited: Set<string>): string {
  const eol = file.includes('\r\n') ? '\r\n' : '\n';
  const found = [...file.matchAll(PART)];
  const match = 'at' in one && found.length > 0 ? found[one.at % found.length]! : undefined;
  switch (one.kind) {
    case 'write': {
      const places = gaps(file);
      if (places.length === 0) return file;
      const at = places[one.at % places.length]!;
      return file.slice(0, at) + one.words + (at === file.length ? '' : eol) + file.slice(at);
    }
    case 'edit': {
      if (!match || one.words === '') return file;
      const at = match.index + match[0].indexOf(match[2]!) + (one.at % match[2]!.length || 0);
      edited.add(match[1]!);
      return `${file.slice(0, at)}${one.words} min ${file.slice(at)}`;
    }
    case 'delete':
      return match ? file.slice(0, match.index) + file.slice(match.index + match[0].length) : file;
    case 'move': {
      if (!match) return file;
      const left = file.slice(0, match.index) + file.slice(match.index + match[0].length);
      const places = gaps(left);
      const at = places[one.to % places.length] ?? left.length;
      return `${left.slice(0, at)}${match[0]}${eol}${left.slice(at)}`;
    }
    case 'crlf':
      return file.replace(/\r?\n/g, '\r\n');
    case 'lf':
      return file.replaceAll('\r\n', '\n');
    case 'bom':
      return file.startsWith('\uFEFF') ? file.slice(1) : `\uFEFF${file}`;
    case 'strip':
      return file.replace(/[\r\n]+$/, '');
  }
}

describe('a report through many runs', () => {
  it('loses not one character of hers', () => {
    let edits = 0;
    let kept = 0;
    const property = fc.property(output, fc.array(run, { minLength: 1, maxLength: 6 }), (first, runs) => {
      let file = joinParts(first);
      let previous = first.map(({ name }) => name);
      const edited = new Set<string>();
      const deleted = new Set<string>();
      for (const { edits: made, output: now } of runs) {
        for (const one of made) file = apply(file, one, edited);
        edits += made.length;
        const before = bodies(file);
        for (const name of previous) if (!before.has(name)) deleted.add(name);
        const { text, ...said } = mergeReport(file, 'r.md', now);
        const after = bodies(text);

        // Idempotent, and the same bytes each time.
        expect(mergeReport(text, 'r.md', now).text).toBe(text);
        expect(mergeReport(file, 'r.md', now).text).toBe(text);

        // Outside the parts: every byte, with no more than line ends put in around new parts.
        if (made.length > 0 || edited.size > 0)
          expect(onlyLineEndsAdded(outside(file), outside(text)) || outside(file).trim() === '').toBe(true);
        if (said.added.length === 0 && outside(file).trim() !== '') expect(outside(text)).toBe(outside(file));

        for (const [name, body] of before) {
          const machine = now.find((part) => part.name === name)?.text;
          const same = machine === body.replaceAll('\r\n', '\n').replace(/\n$/, '');
          if (same) edited.delete(name);
          if (edited.has(name)) {
            kept += 1;
            expect(after.get(name)).toBe(body);
            expect(said.kept).toContain(name);
          } else expect(after.get(name)?.replaceAll('\r\n', '\n')).toBe(machine === undefined ? undefined : `${machine}\n`);
        }
        for (const name of deleted) expect(after.has(name)).toBe(false);
        for (const { name } of now) expect(after.has(name) || deleted.has(name)).toBe(true);
        for (const name of edited) if (!after.has(name)) edited.delete(name);

        // Nothing changes places.
        const touched = made.length > 0 && outside(file).trim() !== '';
        const stayed = [...before.keys()].filter((name) => after.has(name));
        if (touched) expect([...after.keys()].filter((name) => before.has(name))).toEqual(stayed);
        file = text;
        previous = [...after.keys()];
      }
    });
    fc.assert(property, { numRuns: runs(400) });
    // The test is about something.
    expect(edits).toBeGreaterThan(2000);
    expect(kept).toBeGreaterThan(500);
  });
});
