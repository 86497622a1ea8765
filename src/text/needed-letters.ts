/*
 * What a regex cannot do without. A pattern needs to be tried only where a word holds one of these runs of letters,
 * which is asked of each word form once.
 */

/** One of these stands in every match; undefined when the pattern promises none. */
type Needed = readonly string[] | undefined;

const LETTER = /^[\p{L}\p{N}]$/u;

/** Of things that all stand in a match, the one that tells most: the longest of the shortest. */
function mostTelling(all: readonly Needed[]): Needed {
  const telling = (needed: Needed): number => (needed === undefined ? 0 : Math.min(...needed.map((letters) => letters.length)));
  return all.reduce((best, needed) => (telling(needed) > telling(best) ? needed : best), undefined);
}

/** Reads the common syntax of RE2, and gives up on the rest. */
class Reader {
  readonly #source: string;
  #at = 0;
  #failed = false;

  constructor(source: string) {
    this.#source = source;
  }

  get understood(): boolean {
    return !this.#failed && this.#at === this.#source.length;
  }

  #take(pattern: RegExp): string | undefined {
    const match = pattern.exec(this.#source.slice(this.#at));
    this.#at += match?.[0].length ?? 0;
    return match?.[0];
  }

  /** `a|b` needs one of what each needs. */
  alternatives(): Needed {
    const branches = [this.#sequence()];
    while (this.#take(/^\|/) !== undefined) branches.push(this.#sequence());
    return branches.includes(undefined) ? undefined : branches.flatMap((branch) => branch!);
  }

  #sequence(): Needed {
    const needs: Needed[] = [];
    let run = '';
    while (!this.#failed && this.#at < this.#source.length && !/[|)]/.test(this.#source.charAt(this.#at))) {
      const atom = this.#atom();
      const times = this.#take(/^(?:[*+?]|\{\d+(?:,\d*)?\})\??/);
      const letter = typeof atom === 'string' && LETTER.test(atom);
      if (letter && times === undefined) {
        run += atom;
        continue;
      }
      if (run !== '') needs.push([run]);
      run = '';
      if (times !== undefined && /^(?:[*?]|\{0)/.test(times)) continue;
      if (letter) needs.push([atom]);
      else if (typeof atom !== 'string') needs.push(atom);
    }
    return mostTelling(run === '' ? needs : [...needs, [run]]);
  }

  /** One character as it stands, or what a group needs; a class, a border and an escape need nothing. */
  #atom(): string | Needed {
    const char = this.#take(/^./su) ?? '';
    if (char === '(') return this.#group();
    if (char === '[') this.#expect(/^\^?\]?(?:\\.|\[:\^?\w+:\]|[^\]\\])*\]/su);
    else if (char === '\\') this.#expect(/^(?:[pP](?:\{[^}]*\}|.)|[dDsSAz]|[^\p{L}\p{N}])/u);
    else if (!'.^$'.includes(char)) return char;
    return undefined;
  }

  #group(): Needed {
    if (this.#take(/^\?(?::|P?<\w+>)/) === undefined && this.#source.charAt(this.#at) === '?') this.#failed = true;
    const inner = this.alternatives();
    this.#expect(/^\)/);
    return inner;
  }

  #expect(pattern: RegExp): void {
    if (this.#take(pattern) === undefined) this.#failed = true;
  }
}

/**
 * Runs of letters of which every match of the pattern holds at least one, inside a word.
 * Undefined when it promises none, or is written in a way not understood here.
 */
export function neededLetters(source: string): readonly string[] | undefined {
  const reader = new Reader(source);
  const needed = reader.alternatives();
  return reader.understood ? needed : undefined;
}
