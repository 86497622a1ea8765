import { byPlace, CodifyError, CodifyErrors, throwFaults, type FaultId, type Place } from '../errors.ts';
import { decodeUtf8 } from '../files/decode.ts';
import { readBytes } from '../files/read.ts';
import { MOST_FAULTS, readYaml, type YamlFile, type YamlPath } from '../files/yaml.ts';
import type { Cell, Codebook, Role, RoleGroup, Scale, Term, Theme } from '../model.ts';
import { didYouMean } from '../text/nearest.ts';
import { readQuestions } from './questions.ts';
import { readSchema } from './schemas.ts';
import { shapeFaults, type ShapeFault } from './shape.ts';
import { isWeakList, parseException, parseTerm, parseWeakTerm, TermError, type WrittenTerm, type WrittenWeakList } from './terms.ts';

export type { WrittenScalar, YamlFile, YamlPath } from '../files/yaml.ts';

/** A codebook as far as it can be read, and where its parts stand. */
export interface ReadCodebook {
  readonly codebook: Codebook;
  readonly file: YamlFile;
  /** The YAML path of every theme and term. */
  readonly paths: ReadonlyMap<Theme | Term, YamlPath>;
  /** Is anything at this path, or inside what stands there, unusable and left out of the codebook? */
  isBroken(path: YamlPath): boolean;
}

/** What could be read of a codebook, and all that is wrong with it, in the order of the file. */
export interface CodebookReading {
  /** The file as it stands; empty where it is not UTF-8. */
  readonly text: string;
  /** Undefined where the faults leave nothing to go on with. */
  readonly read: ReadCodebook | undefined;
  readonly faults: readonly CodifyError[];
}

type Keys = Readonly<Record<string, unknown>>;

const keysOf = (value: unknown): Keys => (typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Keys) : {});

function flatten(themes: readonly Theme[]): Theme[] {
  return themes.flatMap((theme) => [theme, ...flatten(theme.themes)]);
}

const RESERVED_ROLE = 'interviewer';
const MOST_NAMED = 20;
const MOST_OF_A_KIND = 1000;

/** Builds the codebook from what has the right shape, and gathers what no schema can see. */
class Builder {
  readonly faults: CodifyError[] = [];
  readonly paths = new Map<Theme | Term, YamlPath>();
  readonly #file: YamlFile;
  readonly #broken = new Set<string>();
  readonly #ids = new Map<string, YamlPath>();
  readonly #cells = new Map<string, string>();
  readonly #scale: Scale | undefined;

  constructor(file: YamlFile, shape: readonly ShapeFault[]) {
    this.#file = file;
    for (const { path } of shape) this.#break(path);
    this.#scale = this.#readScale(keysOf(file.data)['scale']);
  }

  #break(path: YamlPath): void {
    for (let i = 0; i <= path.length; i += 1) this.#broken.add(path.slice(0, i).join('\0'));
  }

  isBroken(path: YamlPath): boolean {
    return this.#broken.size > 0 && this.#broken.has(path.join('\0'));
  }

  #fault(rule: FaultId, message: string, place: Place, hint?: string): void {
    this.faults.push(new CodifyError(message, { place, hint, rule }));
  }

  /** The value of a key, undefined where it has not the shape it should. */
  #sound<T>(keys: Keys, path: YamlPath, key: string): T | undefined {
    return this.isBroken([...path, key]) ? undefined : (keys[key] as T | undefined);
  }

  /** The sound ones of a list, each with its path. */
  #each<T>(keys: Keys, path: YamlPath, key: string): { one: T; at: YamlPath }[] {
    const list = keys[key];
    if (!Array.isArray(list)) return [];
    return list.map((one, i) => ({ one: one as T, at: [...path, key, i] })).filter(({ at }) => !this.isBroken(at));
  }

  #texts(keys: Keys, path: YamlPath, key: string): string[] {
    return this.#each<string>(keys, path, key).map(({ one }) => one);
  }

  #parsed<T>(written: WrittenTerm, at: YamlPath, parse: (one: WrittenTerm) => T): T[] {
    if (this.isBroken(at)) return [];
    try {
      return [parse(written)];
    } catch (error) {
      if (!(error instanceof TermError)) throw error;
      this.#fault(error.rule, error.message, this.#file.place(at));
      this.#break(at);
      return [];
    }
  }

  #term(written: WrittenTerm, at: YamlPath, parse: (one: WrittenTerm) => Term): Term[] {
    const terms = this.#parsed(written, at, parse);
    for (const term of terms) this.paths.set(term, at);
    return terms;
  }

  /** The terms of a theme, those of lists of weak ones among them. */
  #terms(keys: Keys, path: YamlPath): Term[] {
    const entries = keys['terms'];
    if (!Array.isArray(entries)) return [];
    return (entries as (WrittenTerm | WrittenWeakList)[]).flatMap((entry, i) => {
      const at = [...path, 'terms', i];
      return isWeakList(entry)
        ? entry.weak.flatMap((one, j) => this.#term(one, [...at, 'weak', j], parseWeakTerm))
        : this.#term(entry, at, parseTerm);
    });
  }

  /** @param taken the ids it must differ from */
  #id(keys: Keys, path: YamlPath, taken: Map<string, YamlPath>, among = 'in a codebook'): string {
    const id = this.#sound<string>(keys, path, 'id')?.normalize('NFC');
    if (id === undefined) return '';
    const at = [...path, 'id'];
    const first = taken.get(id);
    const hint = first && `it stands on line ${this.#file.place(first).line} too; ids are unique ${among}`;
    if (first) this.#fault('duplicate-id', `the id "${id}" is taken`, this.#file.place(at), hint);
    else taken.set(id, at);
    return id;
  }

  #readScale(written: unknown): Scale | undefined {
    if (written === undefined) return undefined;
    const keys = keysOf(written);
    const all = (list: 'levels' | 'dimensions', among: string): { id: string; label: string; definition: string | undefined }[] => {
      const taken = new Map<string, YamlPath>();
      return this.#each<Keys>(keys, ['scale'], list).map(({ one, at }) => {
        const id = this.#id(one, at, taken, among);
        return { id, label: this.#sound<string>(one, at, 'label') ?? id, definition: this.#sound<string>(one, at, 'definition') };
      });
    };
    return {
      title: this.#sound(keys, ['scale'], 'title'),
      levels: all('levels', 'among the levels'),
      dimensions: all('dimensions', 'among the dimensions').map(({ id, label }) => ({ id, label })),
    };
  }

  /** @param above the cell of a theme it is under */
  #cell(keys: Keys, path: YamlPath, theme: string, above: { theme: string } | undefined): Cell | undefined {
    const written = { level: this.#sound<string>(keys, path, 'level'), dimension: this.#sound<string>(keys, path, 'dimension') };
    const [level, dimension] = (['level', 'dimension'] as const).map((key) => {
      const name = written[key]?.normalize('NFC');
      if (name === undefined) return undefined;
      const names = this.#scale?.[`${key}s`].map(({ id }) => id) ?? [];
      if (names.includes(name)) return name;
      const hint = this.#scale
        ? (didYouMean(name, names) ?? `it has ${names.join(', ')}`)
        : 'give the codebook a scale, with levels and dimensions';
      // A scale that is broken itself is told of where it stands.
      if (!this.isBroken(['scale']))
        this.#fault('unknown-level', `the scale has no ${key} "${name}"`, this.#file.place([...path, key]), hint);
      return undefined;
    });
    if (level === undefined || dimension === undefined) return undefined;
    const place = this.#file.place([...path, 'level']);
    if (above)
      this.#fault(
        'shared-cell',
        `the theme "${theme}" is a part of "${above.theme}", which stands on the scale itself`,
        place,
        'its quotes would count at both steps: let one of the two stand there',
      );
    const key = JSON.stringify([level, dimension]);
    const first = this.#cells.get(key);
    if (first)
      this.#fault(
        'shared-cell',
        `"${level}" of "${dimension}" is described by "${first}" already`,
        place,
        'make them sub-themes of one theme, which stands there',
      );
    else this.#cells.set(key, theme);
    return { level, dimension };
  }

  #theme(written: unknown, above: readonly string[], path: YamlPath, onScale?: { theme: string }): Theme {
    const keys = keysOf(written);
    const text = (key: string): string | undefined => this.#sound(keys, path, key);
    const id = this.#id(keys, path, this.#ids);
    const cell = this.#cell(keys, path, id, onScale);
    const theme: Theme = {
      id,
      path: [...above, id],
      label: text('label') ?? id,
      kind: text('kind'),
      noun: text('noun'),
      definition: text('definition'),
      include: text('include'),
      exclude: text('exclude'),
      terms: this.#terms(keys, path),
      unless: this.#each<WrittenTerm>(keys, path, 'unless').flatMap(({ one, at }) => this.#parsed(one, at, parseException)),
      examples: this.#texts(keys, path, 'examples'),
      counterexamples: this.#texts(keys, path, 'counterexamples'),
      themes: this.#themes(keys, [...above, id], path, cell ? { theme: id } : onScale),
      ...(cell && { cell }),
    };
    this.paths.set(theme, path);
    return theme;
  }

  #themes(keys: Keys, above: readonly string[], path: YamlPath, onScale?: { theme: string }): Theme[] {
    const list = keys['themes'];
    return Array.isArray(list) ? list.map((one, i) => this.#theme(one, above, [...path, 'themes', i], onScale)) : [];
  }

  #role(id: string, written: unknown): Role {
    const path = ['roles', id];
    const keys = keysOf(written);
    const key = this.#file.keyPlace(path);
    if (id === RESERVED_ROLE)
      this.#fault('role-name', `the role "${id}" is reserved for those who ask`, key, 'call the role something else');
    // Keys that are numbers lose their order, which is that of rank.
    if (/^\d+$/.test(id))
      this.#fault('role-name', `the role "${id}" is a number`, key, 'name it by a word, and give the number as an alias');
    const text = (name: string): string => this.#sound<string>(keys, path, name) ?? '';
    return {
      id,
      article: text('article'),
      plural: text('plural'),
      definite: text('definite'),
      aliases: this.#texts(keys, path, 'aliases'),
    };
  }

  #groups(written: Keys, roles: readonly Role[]): RoleGroup[] {
    const names = roles.map((role) => role.id);
    return Object.keys(written).map((name) => {
      const members = this.#each<string>(written, ['groups'], name);
      for (const { one, at } of members) {
        if (names.includes(one)) continue;
        const hint = didYouMean(one, names) ?? `it has ${names.slice(0, MOST_NAMED).join(', ')}${names.length > MOST_NAMED ? ', …' : ''}`;
        this.#fault('unknown-role', `the role "${one}" is not in the codebook`, this.#file.place(at), hint);
      }
      return { name, roles: members.map(({ one }) => one) };
    });
  }

  codebook(): Codebook {
    const keys = keysOf(this.#file.data);
    const roles = Object.entries(keysOf(keys['roles'])).map(([id, role]) => this.#role(id, role));
    const themes = this.#themes(keys, [], []);
    const { questions, faults } = readQuestions(this.#file, (path) => this.isBroken(path));
    this.faults.push(...faults);
    return {
      path: this.#file.path,
      title: this.#sound(keys, [], 'title') ?? '',
      version: this.#sound(keys, [], 'version'),
      language: this.#sound(keys, [], 'language') ?? 'da',
      roles,
      groups: this.#groups(keysOf(keys['groups']), roles),
      themes,
      allThemes: flatten(themes),
      ...(this.#scale && { scale: this.#scale }),
      questions,
    };
  }
}

/** Reads a YAML file of the project's own and holds it against its schema. @throws CodifyError when it cannot be opened */
async function readAgainst(
  path: string,
  name: 'codebook' | 'study',
): Promise<{ text: string; file: YamlFile | undefined; faults: readonly CodifyError[]; shape: readonly ShapeFault[] }> {
  const text = decodeUtf8(readBytes(path));
  if (text === undefined) {
    const fault = new CodifyError('is not written in UTF-8', { place: { path }, hint: 'save it as UTF-8', rule: 'yaml' });
    return { text: '', file: undefined, faults: [fault], shape: [] };
  }
  const { file, faults } = readYaml(text, path);
  const shape = file ? shapeFaults(file, await readSchema(name)) : [];
  return { text, file, shape, faults: [...faults, ...shape.map(({ error }) => error)].sort(byPlace) };
}

/** Reads a YAML file that has the shape of its schema. @throws CodifyError or CodifyErrors */
export async function readShaped(path: string, name: 'study'): Promise<YamlFile> {
  const { file, faults } = await readAgainst(path, name);
  throwFaults(faults);
  if (!file) throw new CodifyErrors(faults);
  return file;
}

/** Work grows with the square of the themes, and a regex takes long to compile: more than anyone needs is refused. */
function tooMany(text: string, path: string): CodifyError | undefined {
  const lists = { id: 'themes', regex: 'regexes' } as const;
  for (const [key, name] of Object.entries(lists)) {
    const found = text.match(new RegExp(`(?:^|[\\s{,])${key}:`, 'g'))?.length ?? 0;
    if (found > MOST_OF_A_KIND)
      return new CodifyError(`holds more than ${MOST_OF_A_KIND / 1000},000 ${name}`, {
        place: { path },
        hint: 'no codebook needs so many; is it the right file?',
        rule: 'shape',
      });
  }
  return undefined;
}

/** Reads a codebook as far as it can be read. @throws CodifyError when the file cannot be opened */
export async function readCodebook(path: string): Promise<CodebookReading> {
  const { text, file, faults, shape } = await readAgainst(path, 'codebook');
  if (!file || shape.length >= MOST_FAULTS) return { text, read: undefined, faults };
  const refused = tooMany(text, path);
  if (refused) return { text, read: undefined, faults: [refused, ...faults] };
  const builder = new Builder(file, shape);
  const codebook = builder.codebook();
  const read = { codebook, file, paths: builder.paths, isBroken: (at: YamlPath) => builder.isBroken(at) };
  return { text, read, faults: [...faults, ...builder.faults].sort(byPlace) };
}

/**
 * Reads a codebook of which nothing may be wrong.
 * @throws CodifyError or CodifyErrors: what is no YAML, what has not the shape of a codebook, ids that stand twice,
 *   roles that are not there and terms that could never match, each with file, line and column
 */
export async function loadCodebook(path: string): Promise<Codebook> {
  const { read, faults } = await readCodebook(path);
  throwFaults(faults);
  if (!read) throw new CodifyErrors(faults);
  return read.codebook;
}
