import type { Scale } from '../../languages/language.ts';

/** From how many people to how many, both included; nothing fits where the first is greater than the last. */
export type Range = readonly [from: number, to: number];

/** What a word stands for among so many people. @param scale the report's own table for so many */
type Meaning = (of: number, scale: readonly Scale[]) => Range;

/** What a word before a number makes of it: "mindst to". @param n a share of few people may be no whole number */
type Bound = (n: number, of: number) => Range;

/** The words by which a language says how many people say a thing, beside those of the report's own table. */
export interface HowManyWords {
  /** Words, each with what it stands for. */
  readonly meanings: Readonly<Record<string, Meaning>>;
  /** Words that say that nobody does. */
  readonly nobody: readonly string[];
  /** Words that say that others do not: "kun". */
  readonly only: readonly string[];
  /** Of these words one of a role is said in the singular: "en enkelt chef". */
  readonly single: readonly string[];
  /** Words that mean no number by themselves before a role ("en chef siger"), only of several ("en af cheferne"). */
  readonly article: readonly string[];
  /** Numbers that the report itself writes in digits. */
  readonly numbers: Readonly<Record<string, number>>;
  readonly fractions: Readonly<Record<string, number>>;
  readonly percent: string;
  /** Between two numbers: "to-tre", "to til tre". */
  readonly between: string;
  readonly bounds: Readonly<Record<string, Bound>>;
  /** Between how many and of whom: "af", "ud af". */
  readonly of: string;
  /** May stand between "kun" and the people. */
  readonly through: string;
  /** Before definite people. */
  readonly the: string;
  /** Says, before or behind a role, that these are the people of the study. */
  readonly interviewed: string;
  /** People of the study of any role. */
  readonly interviewees: string;
  readonly and: string;
  /** What stands before or behind a how-many word that is none: negated, compared, excepted, of people who do not say a thing. */
  readonly notBefore: RegExp;
  readonly notBehind: RegExp;
  /** People who are none of the study. */
  readonly others: string;
  /** Before others' places: "ledere i foreningerne". */
  readonly at: string;
  /** What people should do says nothing of how many say it. */
  readonly obliged: string;
  /** Before a role that is not said to be one of several: it is what someone has, needs or speaks about. */
  readonly objectBefore: RegExp;
  /** Before a role, unless `isOf` follows it: the same. */
  readonly mayBeObjectBefore: RegExp;
  readonly isOf: RegExp;
  /** Between what is done and by whom, and the same where it is that something is said. */
  readonly by: RegExp;
  readonly saidBy: RegExp;
  /** Words that stand for people of the study by themselves where something is said: "flere nævner", "ifølge de fleste". */
  readonly alone: readonly string[];
  /** What such a word says, behind it; what says it, before it; and what may then follow. */
  readonly says: RegExp;
  readonly saying: RegExp;
  readonly goesOn: RegExp;
  /** Told of others than those interviewed. */
  readonly elsewhere: RegExp;
  /** What may follow where two forms of one word part; none of what makes another word of it. */
  readonly inflections: RegExp;
  /** Words before a noun that are not needed to know it again. */
  readonly articles: ReadonlySet<string>;
}

/** As the report's own table has it; where that has no number of people for any of the words, two or more, but not all. */
export function like(...words: readonly string[]): Meaning {
  return (of, scale) => {
    const ranges = scale.flatMap((row) => (row.range && row.words.some((word) => words.includes(word)) ? [row.range] : []));
    return ranges.length === 0 ? [2, of - 1] : [ranges[0]![0], ranges.at(-1)![1]];
  };
}

export const all: Meaning = (of) => [of, of];
export const both: Meaning = (of) => [2, of === 2 ? 2 : 0];
export const some: Meaning = (of) => [1, of];
export const majority: Meaning = (of) => [Math.floor(of / 2) + 1, of - 1];
export const minority: Meaning = (of) => [1, Math.ceil(of / 2) - 1];

export const atLeast: Bound = (n, of) => [Math.ceil(n), of];
export const moreThan: Bound = (n, of) => [Math.floor(n) + 1, of];
export const atMost: Bound = (n) => [1, Math.floor(n)];
export const fewerThan: Bound = (n) => [1, Math.ceil(n) - 1];
export const about: Bound = (n, of) => [Math.ceil(n - Math.max(1, of / 10)), Math.floor(n + Math.max(1, of / 10))];
