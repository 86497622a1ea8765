/*
 * Who is spoken of in running text: people by name and title, and every later mention of them by first name, surname,
 * title or pronoun. Who only has a capital is nobody: a person is known by a title, by a given name or by speaking.
 */

import type { Span } from '../../model.ts';
import type { ProseRules } from './languages/language.ts';

/** Someone with a name. */
export interface Person {
  readonly name: string;
  /** As written of her first, without the house she works in: "daglig leder". */
  title: string | undefined;
  gender: 'female' | 'male' | undefined;
}

/** A place where somebody is spoken of. */
export interface Mention {
  /** Where it begins, her title before the name among it. */
  readonly lead: number;
  readonly start: number;
  readonly end: number;
  /** Behind her title, where it stands after the name. */
  readonly tail: number;
  /** Undefined where it may be several people's, or nobody's with a name. */
  person: Person | undefined;
  readonly pronoun: 'female' | 'male' | undefined;
  /** The sentence it stands in. */
  readonly sentence: number;
}

/** Narrative text: what is quoted is masked in it. */
export interface Prose {
  readonly text: string;
  readonly sentences: readonly Span[];
  /** For each sentence: does a section begin with it, in which a pronoun means nobody of the section before? */
  readonly opensSection: readonly boolean[];
}

const CAPITAL = "\\p{Lu}[\\p{L}\\p{M}]*(?:[-'’]\\p{L}[\\p{L}\\p{M}]*)*";
const NAME = new RegExp(`${CAPITAL}(?:\\s(?:(?:de|af|von|van|la)\\s)?(?:\\p{Lu}\\.|${CAPITAL})(?![\\p{L}\\p{M}])){0,3}`, 'gu');
// Latin letters, as a range: all letters there are take a second to compile in so many patterns.
const L = 'A-Za-zÀ-ÖØ-öø-ɏ\\u0300-\\u036fḀ-ỿ';
const EDGE = `(?![${L}])`;
const START = `(?<![${L}-])`;

const alternatives = (list: readonly string[]): string =>
  list
    .toSorted((a, b) => b.length - a.length)
    .map((one) => one.replaceAll('.', '\\.').replaceAll(' ', '\\s'))
    .join('|');

const bare = (word: string): string => word.normalize('NFC');

/** The patterns of a language, made once. */
export class Grammar {
  readonly rules: ProseRules;
  readonly verb: RegExp;
  readonly framing: RegExp;
  readonly accordingTo: RegExp;
  readonly adverbs: string;
  readonly speechVerb: string;
  readonly titleBefore: RegExp;
  /** Fits a title no list has, between a verb of speech and a name. */
  readonly titleSpoken: RegExp;
  readonly titleAfter: RegExp;
  readonly titleInParentheses: RegExp;
  readonly titleIs: RegExp;
  readonly definiteTitle: RegExp;
  /** Fits a word that is a title. */
  readonly title: RegExp;
  /** Fits what ends on a word before the name of a place. */
  readonly beforePlace: RegExp;
  readonly betweenVerbAndSubject: RegExp;
  readonly betweenSubjectAndVerb: RegExp;
  readonly thus: RegExp;
  readonly work: RegExp;
  /** Fits what ends on the word before the subject of a new clause. */
  readonly clause: RegExp;
  /** Fits what follows a name in the genitive. */
  readonly utterance: RegExp;
  /** Fits what ends right before the one who speaks, and what begins right behind her. */
  readonly leadsToSpeaker: RegExp;
  readonly followsSpeaker: RegExp;
  /** Fits "lyder det fra" behind a quotation, and the "det fra" of it. */
  readonly behind: RegExp;
  readonly from: RegExp;
  readonly pronoun: RegExp;

  constructor(rules: ProseRules) {
    this.rules = rules;
    this.speechVerb = alternatives(rules.speech);
    this.adverbs = `(?:(?:${alternatives(rules.adverbs)})\\s)*`;
    this.verb = new RegExp(`${START}(?:${this.speechVerb})${EDGE}`, 'gi');
    this.framing = new RegExp(`${START}(?:${alternatives([...rules.speech, ...rules.framing])})${EDGE}`, 'gi');
    this.accordingTo = new RegExp(`${START}(?:${alternatives(rules.accordingTo)})\\s`, 'gi');
    const qualities = `(?:(?:${alternatives(rules.titleWords)})\\s)?`;
    const noun = `${qualities}(?:[${L}-]+-\\s(?:og|and)\\s)?[${L}-]*(?:${alternatives(rules.titles)})`;
    const house = `(?:,?\\s(?:${alternatives(rules.titleLinks)})\\s(?:[^\\s.,:;]+\\s){0,7}?[^\\s.,:;]*)`;
    const { after, before } = rules.definite;
    this.titleBefore = new RegExp(`${START}(?:(?:${before})\\s)?(?<title>${noun})(?<definite>${after})?(?<house>${house})?,?\\s$`, 'i');
    this.title = new RegExp(`^[${L}-]*(?:${alternatives(rules.titles)})(?:${after})?$`, 'i');
    this.beforePlace = new RegExp(`${START}(?:${alternatives([...rules.titleLinks, ...rules.beforePlaces])})\\s$`, 'i');
    const apposed = `(?:${rules.isA}\\s)?${rules.beforeTitle}(?<title>${noun})${EDGE}`;
    this.titleAfter = new RegExp(`^,\\s${apposed}[^.,:;()]*,?`, 'i');
    this.titleInParentheses = new RegExp(`^\\s\\((?:[^()]*?,\\s)?${rules.beforeTitle}(?<title>${noun})${EDGE}[^()]*\\)`, 'i');
    this.titleIs = new RegExp(`^\\s(?:${rules.isA})\\s${rules.beforeTitle}(?<title>${noun})${EDGE}`, 'i');
    this.definiteTitle =
      after === ''
        ? new RegExp(`${START}(?:${before})\\s(?<title>${noun})${EDGE}`, 'gi')
        : new RegExp(`${START}(?<title>[${L}-]*(?:${alternatives(rules.titles)}))${after}s?${EDGE}`, 'gi');
    this.betweenVerbAndSubject = new RegExp(`^\\s${this.adverbs}(?:(?:den|det|en|et|the|an?|[${L}.-]+s|[${L}]+e)\\s){0,4}$`, 'i');
    this.betweenSubjectAndVerb = new RegExp(`^,?\\s(?:(?:der|som|who)\\s(?:[^.:;]*?,\\s)?)?${this.adverbs}$`, 'i');
    this.thus = new RegExp(`^[\\s–—-]*(?:${alternatives(rules.thus)})\\s`, 'i');
    const { from, accordingTo, its } = rules;
    const itFrom = `(?:\\s(?:${alternatives(its)}))?\\s(?:${alternatives(from)})(?=\\s)`;
    this.leadsToSpeaker = new RegExp(
      `${START}(?:(?:${this.speechVerb})(?:${itFrom})?|${alternatives(accordingTo)})\\s${this.adverbs}$`,
      'i',
    );
    const anyTitle = `(?:(?!(?:${alternatives(rules.notTitles)})${EDGE})[a-zà-öø-ÿ-]+\\s){1,4}`;
    this.titleSpoken = new RegExp(`${START}(?:${this.speechVerb})(?:${itFrom})?\\s${this.adverbs}(?<title>${anyTitle})$`);
    this.followsSpeaker = new RegExp(`^,?\\s${this.adverbs}(?:${this.speechVerb})${EDGE}`, 'i');
    this.behind = new RegExp(`^[\\s,.–—-]*(?:(?:og|and)\\s)?(?:${this.speechVerb})${EDGE}(?:${itFrom})?`, 'i');
    this.from = new RegExp(`^${itFrom}`, 'i');
    this.pronoun = new RegExp(`${START}(?:${alternatives(Object.keys(rules.pronouns))})${EDGE}`, 'gi');
    this.clause = new RegExp(`${START}(?:${alternatives(rules.conjunctions)})\\s$`, 'i');
    this.utterance = new RegExp(`^\\s(?:[${L}]+e\\s)?(?:${alternatives(rules.utterances)})${EDGE}`, 'i');
    this.work = new RegExp(
      `(?:${START}[${L}-]*(?:${alternatives(rules.works)}),?|${START}(?:${alternatives(rules.called)}))\\s(?:[*_]+)?$`,
      'i',
    );
  }

  /** The name a capitalised stretch ends on, undefined when it is one of a place or a body. */
  nameIn(words: readonly string[]): { from: number; given: boolean } | undefined {
    const { openers, bodies, names } = this.rules;
    let from = 0;
    // A title has a capital where it opens a sentence.
    while (from < words.length && (openers.includes(words[from]!) || (from < words.length - 1 && this.title.test(words[from]!)))) from += 1;
    const isGiven = (word: string): boolean => {
      const [first = ''] = word.split('-');
      return names.female.has(first) || names.male.has(first);
    };
    const given = words.findIndex((word, i) => i >= from && isGiven(word));
    if (given >= 0 && given < words.length) return { from: given, given: true };
    const last = words.at(-1)?.toLowerCase() ?? '';
    if (from >= words.length || bodies.some((body) => last === body || last === `${body}s` || (body.length > 5 && last.endsWith(body))))
      return undefined;
    return { from, given: false };
  }

  genderOf(name: string): Person['gender'] {
    const [first = ''] = name.split(/[\s-]/);
    const { female, male } = this.rules.names;
    return female.has(first) ? 'female' : male.has(first) ? 'male' : undefined;
  }
}

/** A title as it is used for a role: without line breaks, in small letters but for what is a name in it. */
function titleIn(match: RegExpExecArray | null): string | undefined {
  const title = match?.groups?.['title'];
  return title === undefined ? undefined : bare(title.replace(/\s+/g, ' ').toLowerCase());
}

interface FoundName {
  readonly start: number;
  readonly end: number;
  readonly words: readonly string[];
  readonly given: boolean;
  readonly lead: number;
  readonly tail: number;
  readonly title: string | undefined;
  readonly speaks: boolean;
  readonly aged: boolean;
  readonly sentence: number;
}

const LONGEST_TITLE = 120;
// No house's name goes on after these.
const NO_HOUSE = /(?:^|\s)(?:og|med|til|som|at|der|når|eller|men|er|var|har|siger|and|with|to|who)\s*$/iu;

/** A name's title and where the two begin and end. */
function aroundName(
  prose: Prose,
  sentence: Span,
  { start, end, isFull }: Span & { readonly isFull: boolean },
  grammar: Grammar,
): Pick<FoundName, 'lead' | 'tail' | 'title'> {
  const before = prose.text.slice(Math.max(sentence.start, start - LONGEST_TITLE), start);
  const after = prose.text.slice(end, Math.min(sentence.end, end + LONGEST_TITLE));
  let lead = start;
  let tail = end;
  let title: string | undefined;
  const led = grammar.titleBefore.exec(before);
  if (led && !NO_HOUSE.test(led.groups?.['house'] ?? '')) {
    title = titleIn(led);
    lead = start - before.length + led.index;
  } else if (isFull) {
    const spoken = grammar.titleSpoken.exec(before);
    title = titleIn(spoken)?.trim();
    lead -= spoken?.groups?.['title']?.length ?? 0;
  }
  const behind = grammar.titleInParentheses.exec(after) ?? grammar.titleAfter.exec(after);
  if (behind) {
    title ??= titleIn(behind);
    tail = end + behind[0].length;
  } else title ??= titleIn(grammar.titleIs.exec(after));
  return { lead, tail, title };
}

/** Is this what comes before the one who speaks, or behind her? */
function speaks(prose: Prose, sentence: Span, found: { lead: number; tail: number }, grammar: Grammar): boolean {
  const before = prose.text.slice(Math.max(sentence.start, found.lead - 60), found.lead);
  const after = prose.text.slice(found.tail, Math.min(sentence.end, found.tail + 60));
  return grammar.leadsToSpeaker.test(before) || grammar.followsSpeaker.test(after);
}

function findNames(prose: Prose, grammar: Grammar): FoundName[] {
  return prose.sentences.flatMap((sentence, index) =>
    [...prose.text.slice(sentence.start, sentence.end).matchAll(NAME)].flatMap((match): FoundName[] => {
      const words = match[0].split(/\s+/);
      const name = grammar.nameIn(words);
      if (!name) return [];
      const offset =
        name.from === 0
          ? 0
          : match[0]
              .split(/(?<=\s)(?=\S)/)
              .slice(0, name.from)
              .join('').length;
      const start = sentence.start + match.index + offset;
      const end = sentence.start + match.index + match[0].length;
      const own = words.slice(name.from).map(bare);
      const around = aroundName(prose, sentence, { start, end, isFull: own.length > 1 }, grammar);
      return [
        {
          start,
          end,
          words: own,
          given: name.given,
          ...around,
          speaks: speaks(prose, sentence, around, grammar),
          aged: grammar.rules.age.test(prose.text.slice(end, sentence.end)),
          sentence: index,
        },
      ];
    }),
  );
}

const withoutGenitive = (word: string): string => word.replace(/['’]s?$/, '').replace(/s$/, '');

/** Finds the people of a text and where they are spoken of, from left to right; pronouns are not resolved yet. */
export function findPeople(prose: Prose, grammar: Grammar): { people: Person[]; mentions: Mention[] } {
  const found = findNames(prose, grammar);
  const people = new Map<string, Person>();
  const add = (name: string, title: string | undefined): Person => {
    const known = people.get(name);
    if (known) {
      known.title ??= title;
      return known;
    }
    const person: Person = { name, title, gender: grammar.genderOf(name) };
    people.set(name, person);
    return person;
  };
  const isSomebody = ({ given, title, speaks: speaking, aged }: FoundName): boolean => given || title !== undefined || speaking || aged;
  const full = found.filter((one) => one.words.length > 1 && isSomebody(one));
  const written = new Set(full.map(({ words }) => words.join(' ')));
  const canonical = ({ words, end }: FoundName): string => {
    const name = words.join(' ');
    const stem = [...words.slice(0, -1), withoutGenitive(words.at(-1)!)].join(' ');
    const isGenitive = /['’]s?$/.test(name) || written.has(stem) || grammar.utterance.test(prose.text.slice(end, end + LONGEST_TITLE));
    return isGenitive ? stem : name;
  };
  for (const one of full) add(canonical(one), one.title);

  const byWord = (word: string): Person[] => {
    const having = (form: string): Person[] => [...people.values()].filter(({ name }) => name.split(' ').some((part) => part === form));
    const exact = having(word);
    return exact.length > 0 ? exact : having(withoutGenitive(word));
  };
  const mentions: Mention[] = [];
  const mention = (one: FoundName, person: Person | undefined): void => {
    const { lead, start, end, tail, sentence } = one;
    mentions.push({ lead, start, end, tail, person, pronoun: undefined, sentence });
  };
  for (const one of found) {
    if (one.words.length > 1) {
      const person = people.get(canonical(one));
      // Several capitals that are nobody's full name may be a short form: "Ida Bro" was "Ida Marie Bro".
      if (person) mention(one, person);
      // Whoever this is, a pronoun behind it may mean her.
      else if (!grammar.beforePlace.test(prose.text.slice(Math.max(0, one.start - LONGEST_TITLE), one.start))) mention(one, undefined);
      continue;
    }
    const [word] = one.words;
    const known = byWord(word!);
    if (known.length === 1) {
      known[0]!.title ??= one.title;
      mention(one, known[0]);
    } else if (known.length > 1)
      mention(
        one,
        known.find(({ name }) => name === word),
      );
    else if ((one.given && (one.speaks || one.title !== undefined)) || (one.speaks && one.title !== undefined))
      mention(one, add(word!, one.title));
  }

  const named = bySentence(mentions);
  const extra: Mention[] = [];
  for (const [sentence, span] of prose.sentences.entries()) {
    const text = prose.text.slice(span.start, span.end);
    const inside = (at: number): boolean => (named.get(sentence) ?? []).some(({ lead, tail }) => lead <= at && at < tail);
    for (const match of text.matchAll(grammar.definiteTitle)) {
      const start = span.start + match.index;
      if (inside(start)) continue;
      const title = titleIn(match)!;
      const same = [...people.values()].filter((person) => person.title === title);
      const alike = same.length > 0 ? same : [...people.values()].filter((person) => person.title?.endsWith(title));
      const end = start + match[0].length;
      extra.push({ lead: start, start, end, tail: end, person: alike.length === 1 ? alike[0] : undefined, pronoun: undefined, sentence });
    }
    for (const match of text.matchAll(grammar.pronoun)) {
      const start = span.start + match.index;
      const end = start + match[0].length;
      const pronoun = grammar.rules.pronouns[match[0].toLowerCase()];
      extra.push({ lead: start, start, end, tail: end, person: undefined, pronoun, sentence });
    }
  }
  return { people: [...people.values()], mentions: [...mentions, ...extra].sort((a, b) => a.start - b.start) };
}

function bySentence(mentions: readonly Mention[]): Map<number, Mention[]> {
  const there = new Map<number, Mention[]>();
  for (const one of mentions) {
    const before = there.get(one.sentence);
    if (before) before.push(one);
    else there.set(one.sentence, [one]);
  }
  return there;
}

// So many sentences back a pronoun may point.
const FARTHEST = 8;

/**
 * Gives each pronoun its person: the only one spoken of in the nearest sentence before it who may be meant, or of
 * several the one who speaks there. Where neither tells, nobody.
 * @param speakers who speaks in a sentence, by its number
 */
export function resolvePronouns(
  prose: Prose,
  grammar: Grammar,
  mentions: readonly Mention[],
  speakers: (sentence: number) => Person | undefined,
): void {
  const all = bySentence(mentions);
  for (const mention of mentions) {
    const { pronoun, sentence, start } = mention;
    if (pronoun === undefined) continue;
    for (let at = sentence; at >= Math.max(0, sentence - FARTHEST); at -= 1) {
      const there = (all.get(at) ?? []).filter((one) => one.start < start && (one.person !== undefined || one.pronoun === undefined));
      const may = [...new Set(there.map(({ person }) => person))].filter((one) => one?.gender === undefined || one.gender === pronoun);
      const speaker = at < sentence ? speakers(at) : undefined;
      const chosen = may.length === 1 ? may[0] : speaker !== undefined && may.includes(speaker) ? speaker : undefined;
      if (chosen) {
        mention.person = chosen;
        chosen.gender ??= pronoun;
        // "Hun er leder i Borgerservice."
        const { end: until } = prose.sentences[sentence]!;
        chosen.title ??= titleIn(grammar.titleIs.exec(prose.text.slice(mention.end, Math.min(until, mention.end + LONGEST_TITLE))));
      }
      if (may.length > 0 || prose.opensSection[at]) break;
    }
  }
}
