import type { Codebook, Pattern, Role, Scale, Term, Theme } from '../model.ts';
import { writtenPattern } from './terms.ts';

/** A text that is another now; undefined where there is none. */
interface Changed {
  readonly change: 'changed';
  readonly key: string;
  readonly before: string | undefined;
  readonly after: string | undefined;
}

/** An entry of a list that is new or gone. */
interface Entry {
  readonly change: 'added' | 'removed';
  readonly key: string;
  readonly text: string;
  /** Is it a weak term? */
  readonly weak: boolean;
  /** The theme a term came from or went to. */
  readonly theme: string | undefined;
  /** The term an exception belongs to, where it is not the whole theme's. */
  readonly of: string | undefined;
}

/** A term that is as before, but counts otherwise. */
interface Weighed {
  readonly change: 'weakened' | 'strengthened';
  readonly key: 'terms';
  readonly text: string;
}

/** One thing that differs in a codebook, a role or a theme, by the key it stands under. */
export type Difference = Changed | Entry | Weighed;

/** A role or theme of either codebook, and of both where it is the same one. Without differences it is as it was. */
export interface Pair<T> {
  readonly before: T | undefined;
  readonly after: T | undefined;
  readonly differences: readonly Difference[];
}

/** All that differs between two codebooks. */
export interface CodebookComparison {
  readonly differences: readonly Difference[];
  readonly roles: readonly Pair<Role>[];
  /** Every theme of both: in the order of the later codebook, then those that are gone. */
  readonly themes: readonly Pair<Theme>[];
}

type Both<T> = Omit<Pair<T>, 'differences'>;

const TEXTS = ['id', 'label', 'kind', 'noun', 'definition', 'include', 'exclude'] as const;
const LISTS = ['examples', 'counterexamples'] as const;

/** How much of two themes must be the same for one with another id to be the other renamed. */
const ALIKE = 0.5;

// Lines broken elsewhere say the same.
const flat = (text: string | undefined): string | undefined => text?.normalize('NFC').replace(/\s+/g, ' ').trim();
const keyOf = (pattern: Pattern): string => JSON.stringify(pattern);

function changed(key: string, before: string | undefined, after: string | undefined): Changed[] {
  return flat(before) === flat(after) ? [] : [{ change: 'changed', key, before, after }];
}

function entry(change: Entry['change'], key: string, text: string, more: Partial<Pick<Entry, 'weak' | 'theme' | 'of'>> = {}): Entry {
  return { change, key, text, weak: false, theme: undefined, of: undefined, ...more };
}

function listed(key: string, before: readonly string[] = [], after: readonly string[] = [], of?: string): Entry[] {
  const [were, are] = [before, after].map((texts) => new Set(texts.map(flat)));
  return [
    ...after.filter((text) => !were!.has(flat(text))).map((text) => entry('added', key, text, { of })),
    ...before.filter((text) => !are!.has(flat(text))).map((text) => entry('removed', key, text, { of })),
  ];
}

function exceptions(before: readonly Pattern[] = [], after: readonly Pattern[] = [], of?: string): Entry[] {
  return listed('unless', before.map(writtenPattern), after.map(writtenPattern), of);
}

/** All a theme says and holds, but for its id: what makes it the same theme under another one. */
function contents(theme: Theme): Set<string> {
  return new Set([
    ...TEXTS.filter((key) => key !== 'id' && key !== 'kind').flatMap((key) =>
      theme[key] === undefined ? [] : `${key} ${flat(theme[key])}`,
    ),
    ...theme.terms.map((term) => keyOf(term.pattern)),
    ...LISTS.flatMap((key) => theme[key].map((text) => `${key} ${flat(text)}`)),
    ...theme.themes.map((below) => `theme ${below.id}`),
  ]);
}

/** The share of two sets that is in both, from 0 to 1. */
function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const both = [...a].filter((one) => b.has(one)).length;
  return (2 * both) / (a.size + b.size);
}

/** Which theme is which: by id, and of the others those most alike. */
function pairThemes(before: readonly Theme[], after: readonly Theme[]): Both<Theme>[] {
  const byId = new Map(before.map((theme) => [theme.id, theme]));
  const was = new Map<Theme, Theme>();
  for (const theme of after) if (byId.has(theme.id)) was.set(theme, byId.get(theme.id)!);
  const known = new Set(was.values());
  const old = before.filter((theme) => !known.has(theme)).map((theme) => ({ theme, holds: contents(theme) }));
  const candidates = after
    .filter((theme) => !was.has(theme))
    .flatMap((theme) => {
      const holds = contents(theme);
      return old.map((one) => ({ before: one.theme, after: theme, alike: likeness(one.holds, holds) }));
    })
    .filter(({ alike }) => alike >= ALIKE)
    .sort((a, b) => b.alike - a.alike);
  for (const one of candidates) {
    if (was.has(one.after) || known.has(one.before)) continue;
    was.set(one.after, one.before);
    known.add(one.before);
  }
  return [
    ...after.map((theme) => ({ before: was.get(theme), after: theme })),
    ...before.filter((theme) => !known.has(theme)).map((theme) => ({ before: theme, after: undefined })),
  ];
}

/** Names of both lists that stand in another order now. */
function reordered(key: string, before: readonly string[], after: readonly string[]): Changed[] {
  const were = before.filter((name) => after.includes(name)).join(', ');
  const are = after.filter((name) => before.includes(name)).join(', ');
  return changed(key, were, are);
}

/** The terms that are new or gone in each theme; one that is gone here and new there has moved. */
function compareTerms(pairs: readonly Both<Theme>[]): Map<Both<Theme>, Difference[]> {
  const added = new Map<string, { pair: Both<Theme>; term: Term }[]>();
  const removed: { pair: Both<Theme>; term: Term }[] = [];
  const found = new Map<Both<Theme>, Difference[]>(pairs.map((pair) => [pair, []]));
  for (const pair of pairs) {
    const [were, are] = [pair.before, pair.after].map((theme) => new Map(theme?.terms.map((term) => [keyOf(term.pattern), term])));
    for (const [key, term] of are!) {
      const was = were!.get(key);
      if (!was) added.set(key, [...(added.get(key) ?? []), { pair, term }]);
      else {
        if (was.weak !== term.weak)
          found.get(pair)!.push({ change: term.weak ? 'weakened' : 'strengthened', key: 'terms', text: term.written });
        found.get(pair)!.push(...exceptions(was.unless, term.unless, term.written));
      }
    }
    for (const [key, term] of were!) if (!are!.has(key)) removed.push({ pair, term });
  }
  for (const { pair, term } of removed) {
    const to = added.get(keyOf(term.pattern))?.shift();
    const { written: text, weak } = term;
    found.get(pair)!.push(entry('removed', 'terms', text, { weak, theme: to?.pair.after!.id }));
    if (to) found.get(to.pair)!.push(entry('added', 'terms', to.term.written, { weak: to.term.weak, theme: pair.before!.id }));
  }
  for (const { pair, term } of [...added.values()].flat())
    found.get(pair)!.push(entry('added', 'terms', term.written, { weak: term.weak }));
  return found;
}

function compareThemes(before: Codebook, after: Codebook): { themes: Pair<Theme>[]; order: Changed[] } {
  const pairs = pairThemes(before.allThemes, after.allThemes);
  const now = new Map(pairs.flatMap((pair) => (pair.before && pair.after ? [[pair.before.id, pair.after.id]] : [])));
  /** The id in the later codebook, where the theme is in it. */
  const called = (id: string | undefined): string | undefined => (id === undefined ? undefined : (now.get(id) ?? id));
  const order = (were: readonly Theme[], are: readonly Theme[]): Changed[] =>
    reordered(
      'themes',
      were.map(({ id }) => called(id)!),
      are.map(({ id }) => id),
    );
  const terms = compareTerms(pairs);
  const themes = pairs.map((pair): Pair<Theme> => {
    const { before: was, after: is } = pair;
    const both =
      was && is
        ? [
            ...TEXTS.flatMap((key) => changed(key, was[key], is[key])),
            ...changed('level', was.cell?.level, is.cell?.level),
            ...changed('dimension', was.cell?.dimension, is.cell?.dimension),
            ...changed('parent', called(was.path.at(-2)), is.path.at(-2)),
            ...order(was.themes, is.themes),
          ]
        : [];
    const entries = [...exceptions(was?.unless, is?.unless), ...LISTS.flatMap((key) => listed(key, was?.[key], is?.[key]))];
    return { ...pair, differences: [...both, ...terms.get(pair)!, ...entries] };
  });
  return { themes, order: order(before.themes, after.themes) };
}

function compareRoles(before: readonly Role[], after: readonly Role[]): Pair<Role>[] {
  const differences = (was: Role | undefined, is: Role | undefined): Difference[] => [
    ...(was && is ? (['article', 'plural', 'definite'] as const).flatMap((key) => changed(key, was[key], is[key])) : []),
    ...listed('aliases', was?.aliases, is?.aliases),
  ];
  const gone = before.filter(({ id }) => !after.some((role) => role.id === id));
  return [
    ...after.map((role) => ({ before: before.find(({ id }) => id === role.id), after: role })),
    ...gone.map((role) => ({ before: role, after: undefined })),
  ].map((pair) => ({ ...pair, differences: differences(pair.before, pair.after) }));
}

function compareScales(before: Scale | undefined, after: Scale | undefined): Changed[] {
  const lists = (['levels', 'dimensions'] as const).flatMap((list) => {
    const [were, are] = [before, after].map(
      (scale) => new Map<string, { label: string; definition?: string | undefined }>(scale?.[list].map((one) => [one.id, one])),
    );
    return [
      ...changed(`scale › ${list}`, before && [...were!.keys()].join(', '), after && [...are!.keys()].join(', ')),
      ...[...are!].flatMap(([id, is]) => {
        const was = were!.get(id);
        if (!was) return [];
        return (['label', 'definition'] as const).flatMap((key) => changed(`scale › ${id} › ${key}`, was[key], is[key]));
      }),
    ];
  });
  return [...changed('scale › title', before?.title, after?.title), ...lists];
}

/**
 * What differs between two codebooks. A theme is the same by its id; one with another id is the same where at least
 * half of what it says and holds is.
 */
export function compareCodebooks(before: Codebook, after: Codebook): CodebookComparison {
  const { themes, order } = compareThemes(before, after);
  const members = ({ groups }: Codebook): Map<string, string> => new Map(groups.map(({ name, roles }) => [name, roles.join(', ')]));
  const [were, are] = [members(before), members(after)];
  const guide = ({ questions = [] }: Codebook): string[] =>
    questions.map(({ id, label, asked }) => `${id}: ${label} (${asked.map((term) => term.written).join(', ')})`);
  return {
    differences: [
      ...(['title', 'version', 'language'] as const).flatMap((key) => changed(key, before[key], after[key])),
      ...reordered(
        'roles',
        before.roles.map(({ id }) => id),
        after.roles.map(({ id }) => id),
      ),
      ...[...new Set([...are.keys(), ...were.keys()])].flatMap((name) => changed(`groups › ${name}`, were.get(name), are.get(name))),
      ...compareScales(before.scale, after.scale),
      ...order,
      ...listed('questions', guide(before), guide(after)),
    ],
    roles: compareRoles(before.roles, after.roles),
    themes,
  };
}
