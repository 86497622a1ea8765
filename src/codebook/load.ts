import { byPlace, CodifyError, throwFaults, type Place } from '../errors.ts';
import { decodeUtf8 } from '../files/decode.ts';
import { readBytes } from '../files/read.ts';
import { parseYaml, type YamlFile, type YamlPath } from '../files/yaml.ts';
import type { Codebook, Language, Role, Term, Theme } from '../model.ts';
import { didYouMean } from '../text/nearest.ts';
import { readSchema } from './schemas.ts';
import { shapeFaults } from './shape.ts';
import { isWeakList, parseException, parseTerm, parseWeakTerm, TermError, type WrittenTerm, type WrittenWeakList } from './terms.ts';

interface WrittenTheme {
  id: string;
  label: string;
  kind?: string;
  noun?: string;
  definition?: string;
  include?: string;
  exclude?: string;
  terms?: (WrittenTerm | WrittenWeakList)[];
  unless?: WrittenTerm[];
  examples?: string[];
  counterexamples?: string[];
  themes?: WrittenTheme[];
}

interface WrittenCodebook {
  title: string;
  version?: string;
  language: Language;
  roles: Record<string, Omit<Role, 'id' | 'aliases'> & { aliases?: string[] }>;
  groups?: Record<string, string[]>;
  themes: WrittenTheme[];
}

function flatten(themes: readonly Theme[]): Theme[] {
  return themes.flatMap((theme) => [theme, ...flatten(theme.themes)]);
}

const RESERVED_ROLE = 'interviewer';

/** Builds the codebook and gathers what no schema can see. */
class Builder {
  readonly faults: CodifyError[] = [];
  readonly #file: YamlFile;
  readonly #ids = new Map<string, YamlPath>();

  constructor(file: YamlFile) {
    this.#file = file;
  }

  faultAt(place: Place, message: string, hint?: string): void {
    this.faults.push(new CodifyError(message, { place, hint }));
  }

  fault(message: string, path: YamlPath, hint?: string): void {
    this.faultAt(this.#file.place(path), message, hint);
  }

  #parsed<T>(written: WrittenTerm, path: YamlPath, parse: (one: WrittenTerm) => T): T[] {
    try {
      return [parse(written)];
    } catch (error) {
      if (!(error instanceof TermError)) throw error;
      this.fault(error.message, path);
      return [];
    }
  }

  #terms(entries: WrittenTheme['terms'], path: YamlPath): Term[] {
    return (entries ?? []).flatMap((entry, i) =>
      isWeakList(entry)
        ? entry.weak.flatMap((one, j) => this.#parsed(one, [...path, i, 'weak', j], parseWeakTerm))
        : this.#parsed(entry, [...path, i], parseTerm),
    );
  }

  theme(written: WrittenTheme, above: readonly string[], path: YamlPath): Theme {
    const id = written.id.normalize('NFC');
    const first = this.#ids.get(id);
    if (first)
      this.fault(
        `the id "${id}" is taken`,
        [...path, 'id'],
        `it stands on line ${this.#file.place(first).line} too; ids are unique in a codebook`,
      );
    else this.#ids.set(id, [...path, 'id']);
    const ids = [...above, id];
    return {
      id,
      path: ids,
      label: written.label,
      kind: written.kind,
      noun: written.noun,
      definition: written.definition,
      include: written.include,
      exclude: written.exclude,
      terms: this.#terms(written.terms, [...path, 'terms']),
      unless: (written.unless ?? []).flatMap((one, i) => this.#parsed(one, [...path, 'unless', i], parseException)),
      examples: written.examples ?? [],
      counterexamples: written.counterexamples ?? [],
      themes: (written.themes ?? []).map((one, i) => this.theme(one, ids, [...path, 'themes', i])),
    };
  }

  codebook(written: WrittenCodebook): Codebook {
    const roles = Object.entries(written.roles).map(([id, role]) => ({ ...role, id, aliases: role.aliases ?? [] }));
    const names = roles.map((role) => role.id);
    for (const name of names) {
      const key = this.#file.keyPlace(['roles', name]);
      if (name === RESERVED_ROLE) this.faultAt(key, `the role "${name}" is reserved for those who ask`, 'call the role something else');
      // Keys that are numbers lose their order, which is that of rank.
      if (/^\d+$/.test(name)) this.faultAt(key, `the role "${name}" is a number`, 'name it by a word, and give the number as an alias');
    }
    const groups = Object.entries(written.groups ?? {}).map(([name, members]) => {
      for (const [i, member] of members.entries()) {
        if (!names.includes(member))
          this.fault(
            `the role "${member}" is not in the codebook`,
            ['groups', name, i],
            didYouMean(member, names) ?? `it has ${names.join(', ')}`,
          );
      }
      return { name, roles: members };
    });
    const themes = written.themes.map((theme, i) => this.theme(theme, [], ['themes', i]));
    return {
      path: this.#file.path,
      title: written.title,
      version: written.version,
      language: written.language,
      roles,
      groups,
      themes,
      allThemes: flatten(themes),
    };
  }
}

/** Reads a YAML file of the project's own and holds it against its schema. @throws CodifyError or CodifyErrors */
export async function readShaped(path: string, name: 'codebook' | 'study'): Promise<YamlFile> {
  const text = decodeUtf8(readBytes(path));
  if (text === undefined) throw new CodifyError('is not written in UTF-8', { place: { path }, hint: 'save it as UTF-8' });
  const file = parseYaml(text, path);
  throwFaults(shapeFaults(file, await readSchema(name)));
  return file;
}

/**
 * Reads a codebook and everything that is wrong with it.
 * @throws CodifyError or CodifyErrors: what is no YAML, what has not the shape of a codebook, ids that stand twice,
 *   roles that are not there and terms that could never match, each with file, line and column
 */
export async function loadCodebook(path: string): Promise<Codebook> {
  const file = await readShaped(path, 'codebook');
  const builder = new Builder(file);
  const codebook = builder.codebook(file.data as WrittenCodebook);
  throwFaults(builder.faults.sort(byPlace));
  return codebook;
}
