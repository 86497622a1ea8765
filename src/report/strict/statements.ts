import type { Codebook, Study } from '../../model.ts';
import type { ReportLanguage } from '../languages/language.ts';
import type { HowManyWords, Range } from './languages/language.ts';
import type { Prose } from './prose.ts';

/** How many people of the study say a thing, as a sentence has it. */
export interface Statement {
  /** Where it begins in its sentence. */
  readonly at: number;
  /** The words that say how many, and of how many: "to af de fire". */
  readonly words: string;
  /** All of it, with the people. */
  readonly text: string;
  /** The roles it speaks of; undefined when it speaks of everybody interviewed. */
  readonly roles: ReadonlySet<string> | undefined;
  /** Of how many, where it says so. */
  readonly of: number | undefined;
  /** How many that may be of so many; undefined where it says that nobody does, or that others do not. */
  readonly range: ((of: number) => Range) | undefined;
}

const escape = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
const oneOf = (words: Iterable<string>): string => {
  const sorted = [...new Set(words)].toSorted((a, b) => b.length - a.length);
  // No word at all fits where there is none.
  return sorted.length === 0 ? '(?!)' : `(?:${sorted.map(escape).join('|')})`;
};
const fold = (text: string): string => text.replace(/\s+/g, ' ').trim().toLowerCase();
const loosely = (source: string): string => source.replaceAll(' ', '\\s+');

/** The words for people of one role or several, with the roles they mean. */
function peopleOf({ roles, groups }: Pick<Codebook, 'roles' | 'groups'>): Map<string, readonly string[]> {
  const people = new Map<string, readonly string[]>();
  for (const role of roles) for (const form of [role.plural, role.definite]) people.set(fold(form), [role.id]);
  for (const { name, roles: covered } of groups) {
    people.set(fold(name), covered);
    // "lederne på alle niveauer", beside "ledere på alle niveauer".
    for (const role of roles) {
      if (fold(name).startsWith(`${fold(role.plural)} `)) people.set(fold(role.definite) + fold(name).slice(role.plural.length), covered);
    }
  }
  return people;
}

/** Finds what sentences say of how many people of a study. */
export class StatementFinder {
  readonly #words: HowManyWords;
  readonly #scale: ReportLanguage['scale'];
  readonly #people: ReadonlyMap<string, readonly string[]>;
  /** The roles by what one person of them is called. */
  readonly #single: ReadonlyMap<string, string>;
  readonly #numbers: ReadonlyMap<string, number>;
  readonly #statement: RegExp;
  readonly #alone: RegExp;
  readonly #others: RegExp;
  readonly #form: RegExp;
  readonly #amount: RegExp;
  /** What makes other people of those interviewed: "… af de interviewede borgere". */
  readonly #strangers: RegExp;
  readonly #otherPeople: RegExp;
  /** The people named before others in a list: "med tre chefer og ". */
  readonly #listed: RegExp;
  readonly #materials: readonly string[];

  constructor({ codebook, plan }: Pick<Study, 'codebook' | 'plan'>, language: ReportLanguage, words: HowManyWords) {
    this.#words = words;
    this.#scale = (of) => language.scale(of);
    this.#people = peopleOf(codebook);
    this.#single = new Map(codebook.roles.map(({ id }) => [fold(id), id]));
    const written = Array.from({ length: 11 }, (_, i): [string, number] => [language.number(i + 2), i + 2]);
    this.#numbers = new Map([...written, ...Object.entries(words.numbers)]);
    const number = `(?:${oneOf(this.#numbers.keys())}|\\d{1,4})`;
    const amount = `(?:\\d{1,3}(?:[.,]\\d+)? ?${words.percent}|${oneOf(Object.keys(words.fractions))}|${number}(?:${words.between}${number})?)`;
    const scaled = language.scale(100).flatMap((row) => row.words);
    const many = `(?:(?:${oneOf(Object.keys(words.bounds))} )?${amount}|${oneOf([...scaled, ...Object.keys(words.meanings), ...words.nobody])})`;
    const form = oneOf(this.#people.keys());
    const forms = `${form}(?:${words.and}${form})*`;
    const said = `(?<said>${words.interviewed}|${words.interviewees})(?: (?<who>${forms}))?`;
    const bare = `(?<role>${forms})(?<after> ${words.interviewed})?`;
    this.#statement = new RegExp(
      loosely(
        `(?<![\\p{L}\\p{N}-])(?:(?<only>${oneOf(words.only)})(?: ${words.through})? )?(?:(?<many>${many})(?<of> ${words.of})? )?` +
          `(?:${words.the} )?(?:(?<total>${number}) )?(?:${said}|${bare}|(?<single>${oneOf(this.#single.keys())}))(?![\\p{L}\\p{N}-])`,
      ),
      'dgiu',
    );
    this.#alone = new RegExp(loosely(`(?<![\\p{L}\\p{N}-])${oneOf(words.alone)}(?![\\p{L}\\p{N}-])`), 'giu');
    this.#others = new RegExp(`(?<!\\p{L})${words.others}`, 'iu');
    this.#form = new RegExp(loosely(form), 'giu');
    this.#amount = new RegExp(
      `^(?:(?<bound>${oneOf(Object.keys(words.bounds))}) )?(?:(?<percent>\\d+(?:[.,]\\d+)?) ?${words.percent}|(?<fraction>${oneOf(Object.keys(words.fractions))})|(?<from>${number})(?:${words.between}(?<to>${number}))?)$`,
      'iu',
    );
    const titles = codebook.roles.flatMap((role) => [role.id, ...role.aliases]).map((title) => fold(title.replaceAll('*', '')));
    this.#strangers = new RegExp(`^\\s+[\\p{L}-]*(?:${words.others}|${oneOf(titles.filter(Boolean))})`, 'iu');
    this.#otherPeople = new RegExp(
      loosely(
        `^(?: ${words.obliged}(?!\\p{L})| ${words.at} (?:${words.the} )?${words.others}|${words.and}(?:${words.the} )?${words.others})`,
      ),
      'iu',
    );
    this.#listed = new RegExp(loosely(`(?:${number} ${form}${words.and})+$`), 'iu');
    this.#materials = plan.materials.map(({ kind }) => fold(kind));
  }

  #number(written: string): number {
    return this.#numbers.get(written) ?? Number(written);
  }

  /** What the words say among so many people. */
  #range(many: string, of: number): Range {
    const amount = this.#amount.exec(many)?.groups;
    if (!amount) {
      const own = this.#words.meanings[many];
      const scale = this.#scale(of);
      if (own) return own(of, scale);
      // A word of the table that the table has no number of people for, in so small a group: two or more, but not all.
      return scale.find((row) => row.words.includes(many))?.range ?? [2, of - 1];
    }
    const { bound, percent, fraction, from, to } = amount;
    const n = percent
      ? (of * Number(percent.replace(',', '.'))) / 100
      : fraction
        ? of * this.#words.fractions[fraction]!
        : this.#number(from!);
    if (bound !== undefined) return this.#words.bounds[bound]!(n, of);
    return [Math.floor(n), to === undefined ? Math.ceil(n) : this.#number(to)];
  }

  /** Is a role told of here as those who say a thing, and not as others, or as what someone has or needs? */
  #areSpeakers(before: string, behind: string, isSingledOut: boolean): boolean {
    const { objectBefore, mayBeObjectBefore, isOf, by, saidBy } = this.#words;
    if (this.#otherPeople.test(behind) || (by.test(before) && !saidBy.test(before))) return false;
    return isSingledOut || !(objectBefore.test(before) || (mayBeObjectBefore.test(before) && !isOf.test(behind)));
  }

  /** Is this told of a workshop or another material that is no interview? */
  #isElsewhere(text: string): boolean {
    return this.#words.elsewhere.test(text) || this.#materials.some((kind) => text.toLowerCase().includes(kind));
  }

  /**
   * The statements of a sentence.
   * @param sentence without what is not to be judged
   * @param around the paragraph it stands in
   */
  find(sentence: string, around: Pick<Prose, 'own' | 'above'>): Statement[] {
    if ([sentence, ...around.above].some((text) => this.#isElsewhere(text))) return [];
    const ofPeople = [...sentence.matchAll(this.#statement)].flatMap((match) => this.#read(match, sentence) ?? []);
    // Where others are told of, a word by itself may mean them.
    if (this.#others.test(around.own)) return ofPeople;
    const alone = [...sentence.matchAll(this.#alone)].flatMap((match) => this.#readAlone(match, sentence) ?? []);
    return [...ofPeople, ...alone].toSorted((a, b) => a.at - b.at);
  }

  /** A word that means people by itself: "Flere nævner", "ifølge de fleste". */
  #readAlone({ 0: words, index }: RegExpExecArray, sentence: string): Statement | undefined {
    const { notBefore, says, saying, goesOn, notBehind } = this.#words;
    const before = sentence.slice(0, index);
    const behind = sentence.slice(index + words.length);
    if (notBefore.test(before) || notBehind.test(behind)) return undefined;
    if (!says.test(behind) && !(saying.test(before) && goesOn.test(behind))) return undefined;
    return {
      at: index,
      words: words.replace(/\s+/g, ' '),
      text: words,
      roles: undefined,
      of: undefined,
      range: (of) => this.#range(fold(words), of),
    };
  }

  #read(match: RegExpExecArray, sentence: string): Statement | undefined {
    const { notBefore, notBehind, nobody, article, single: ofOne } = this.#words;
    const { only, many: written, of: partOf, total, said, who, role, after, single } = match.groups!;
    if (only === undefined && written === undefined) return undefined;
    const many = fold(written ?? '');
    const before = sentence.slice(0, match.index);
    const behind = sentence.slice(match.index + match[0].length);
    if (notBefore.test(before) || notBehind.test(behind)) return undefined;
    const isSilent = only !== undefined || nobody.includes(many);
    if (single !== undefined && (written === undefined || (!isSilent && !ofOne.includes(many)))) return undefined;
    if (article.includes(many) && partOf === undefined && !isSilent) return undefined;
    const isSaid = said !== undefined || after !== undefined;
    if (isSaid && who === undefined && role === undefined && this.#strangers.test(behind)) return undefined;
    // "Det er kun cheferne, der …".
    const isSingledOut = partOf !== undefined || (only !== undefined && behind.startsWith(','));
    if (!isSaid && !this.#areSpeakers(before.replace(this.#listed, ''), behind, isSingledOut)) return undefined;
    const forms = (who ?? role)?.match(this.#form)?.flatMap((form) => this.#people.get(fold(form))!);
    const roles = forms ?? (single === undefined ? undefined : [this.#single.get(fold(single))!]);
    const { indices } = match;
    const [, end] = indices!.groups!['total'] ?? indices!.groups!['many'] ?? indices!.groups!['only']!;
    return {
      at: match.index,
      words: sentence.slice(match.index, end).replace(/\s+/g, ' '),
      text: match[0].replace(/\s+/g, ' '),
      roles: roles && new Set(roles),
      of: total === undefined ? undefined : this.#number(fold(total)),
      range: isSilent ? undefined : (of) => this.#range(many, of),
    };
  }
}
