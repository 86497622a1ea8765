import { basename } from 'node:path';
import { readSchema } from '../codebook/schemas.ts';
import { shapeFaults } from '../codebook/shape.ts';
import { CodifyError, CodifyErrors, formatPlace, throwFaults, type Place } from '../errors.ts';
import { untorn } from '../files/append.ts';
import { decodeUtf8 } from '../files/decode.ts';
import { findFiles, isFolder, type FoundFile } from '../files/find.ts';
import { parseJsonLines } from '../files/json-lines.ts';
import { readBytes } from '../files/read.ts';
import type { Decision, LeftOut } from '../model.ts';
import { unfaithful } from '../text/edits.ts';
import { didYouMean } from '../text/nearest.ts';
import { themeId, type StudyFile } from './plan.ts';

const ENDING = '.jsonl';

/** What the coders of a study have decided, and what stood beside it in their folder. */
interface ReadDecisions {
  readonly decisions: readonly Decision[];
  readonly skipped: readonly LeftOut[];
  readonly warnings: readonly string[];
}

/** A decision, and how to tell where something in it stands. */
interface Written {
  readonly decision: Decision;
  placeOf(key: string): Place;
}

/** What no schema sees in one decision. */
function faultsIn({ decision, placeOf }: Written, owner: string): CodifyError[] {
  const { coder, anchor, edit } = decision;
  const faults: CodifyError[] = [];
  const fault = (key: string, message: string, hint?: string): void => {
    faults.push(new CodifyError(message, { place: placeOf(key), hint }));
  };
  if (coder !== owner)
    fault('coder', `a decision of ${coder} stands in the file of ${owner}`, `each coder has a file of her own, here ${coder}.jsonl`);
  const strange = edit === undefined ? undefined : unfaithful(edit, anchor.exact);
  if (strange === 'empty') fault('edit', '"edit" leaves nothing of what was said');
  else if (strange)
    fault('edit', `"edit" has "${strange.word}", which is not said there`, 'leave words out, and put words in between [ and ]');
  return faults;
}

/** What one file holds. */
interface CoderFile {
  readonly written: readonly Written[];
  readonly warnings: readonly string[];
}

function readCoder(path: string, schema: object): CoderFile {
  const { whole, torn } = untorn(readBytes(path));
  const text = decodeUtf8(whole);
  if (text === undefined) throw new CodifyError('is not written in UTF-8', { place: { path }, hint: 'save it as UTF-8' });
  const file = parseJsonLines(text, path);
  throwFaults(shapeFaults(file, schema).map(({ error }) => error));
  const owner = basename(path, ENDING).normalize('NFC');
  const all = (file.data as Decision[]).map((one, i): Written => {
    const decision = {
      ...one,
      coder: one.coder.normalize('NFC'),
      transcript: one.transcript.normalize('NFC'),
      ...(one.theme !== undefined && { theme: themeId(one.theme) }),
      ...(one.to !== undefined && { to: themeId(one.to) }),
      place: { path, line: file.line(i) },
    };
    return { decision, placeOf: (key) => file.place([i, key]) };
  });
  throwFaults(all.flatMap((one) => faultsIn(one, owner)));
  const place = { path, line: text.split('\n').length };
  const warnings = torn === undefined ? [] : [`${formatPlace(place)}: was torn when a run was stopped, and is left out`];
  return { written: all, warnings };
}

/** Each decision once: git may bring the same line from two branches. @throws CodifyErrors where one id means two */
function uniqueById(all: readonly Written[]): Map<string, Written> {
  const faults: CodifyError[] = [];
  const byId = new Map<string, Written>();
  const content = ({ decision }: Written): string =>
    JSON.stringify(Object.entries({ ...decision, place: undefined }).sort(([a], [b]) => (a < b ? -1 : 1)));
  for (const one of all) {
    const { id } = one.decision;
    const first = byId.get(id);
    if (!first) byId.set(id, one);
    else if (content(first) !== content(one))
      faults.push(
        new CodifyError(`the id "${id}" is taken`, {
          place: one.placeOf('id'),
          hint: `it stands at ${formatPlace(first.decision.place)} too; give one of them another`,
        }),
      );
  }
  throwFaults(faults);
  return byId;
}

/** What is wrong with a decision that replaces another: it is another coder's, or in the end itself. */
function faultOfReplacing({ decision, placeOf }: Written, byId: ReadonlyMap<string, Written>): CodifyError | undefined {
  const refusal = (message: string, hint: string): CodifyError => new CodifyError(message, { place: placeOf('replaces'), hint });
  const { id, coder, replaces = '' } = decision;
  const replaced = byId.get(replaces)?.decision;
  if (replaced && replaced.coder !== coder)
    return refusal(
      `${coder} cannot replace "${replaces}", a decision of ${replaced.coder}`,
      'decide by yourself; coders: in codify.yaml ranks you',
    );
  const seen = new Set<string>();
  for (let at = replaced; at !== undefined && !seen.has(at.id); at = byId.get(at.replaces ?? '')?.decision) {
    if (at.id === id)
      return refusal(`"${id}" replaces itself${replaces === id ? '' : `, by way of "${replaces}"`}`, 'take "replaces" out of one of them');
    seen.add(at.id);
  }
  return undefined;
}

/** What may be right and is worth a look: a decision that is not there to be replaced, a ranked coder who decided nothing. */
function warningsOf(byId: ReadonlyMap<string, Written>, { path, written, yaml }: StudyFile): string[] {
  const dangling = [...byId.values()].flatMap(({ decision: { place, replaces } }) =>
    replaces === undefined || byId.has(replaces) ? [] : [`${formatPlace(place)}: replaces "${replaces}", which is not there`],
  );
  const coders = [...new Set([...byId.values()].map(({ decision }) => decision.coder))];
  const absent = (written.coders ?? []).flatMap((coder, i) =>
    coders.length === 0 || coders.includes(coder.normalize('NFC'))
      ? []
      : [
          `${formatPlace({ ...yaml.place(['coders', i]), path })}: ${coder} has decided nothing (${didYouMean(coder, coders) ?? `there are ${coders.join(', ')}`})`,
        ],
  );
  return [...dangling, ...absent];
}

/** All files in the folder for decisions; undefined where there is none. */
async function filesIn({ decisions }: StudyFile): Promise<FoundFile[] | undefined> {
  const isThere = await isFolder(decisions);
  if (isThere === false)
    throw new CodifyError('is a file, not a folder', { place: { path: decisions }, hint: 'name the folder that holds it' });
  return isThere ? await findFiles([decisions], '.', false) : undefined;
}

/** The files of these coders, each given by the path of her file or, in a study, by her name. */
async function filesOf(coders: readonly string[], study: StudyFile | undefined): Promise<FoundFile[]> {
  const inFolder = ((study && (await filesIn(study))) ?? []).filter(({ name }) => name.endsWith(ENDING));
  const names = inFolder.map(({ name }) => basename(name, ENDING));
  const others = names.length === 0 ? `give the path of a file CODER${ENDING}` : `there are ${names.join(', ')}`;
  const files = coders.map((coder): FoundFile => {
    if (coder.endsWith(ENDING)) return { path: coder, name: basename(coder).normalize('NFC'), named: true };
    const file = inFolder[names.indexOf(coder.normalize('NFC'))];
    if (file === undefined)
      throw new CodifyError(`there are no decisions of a coder "${coder}"`, { hint: didYouMean(coder, names) ?? others });
    return file;
  });
  for (const [i, { path, name }] of files.entries()) {
    if (files.findIndex((one) => one.name === name) < i)
      throw new CodifyError(`${basename(name, ENDING)} is there twice`, { place: { path }, hint: 'give each coder once' });
  }
  return files;
}

/**
 * Reads the decisions of a study: a file CODER.jsonl for each coder, in the folder the study file names.
 * @param coders these alone, each by the path of her file or by her name in that folder
 * @throws CodifyError or CodifyErrors for lines that are no decisions, each with file, line and column, for a name
 *   nobody has there, and for two files of one coder
 */
export async function readDecisions(study: StudyFile | undefined, coders?: readonly string[]): Promise<ReadDecisions> {
  const files = coders ? await filesOf(coders, study) : study && (await filesIn(study));
  if (files === undefined) {
    const named = study?.written.decisions;
    const place = named === undefined ? undefined : study?.yaml.place(['decisions']);
    return {
      decisions: [],
      skipped: [],
      warnings: place ? [`${formatPlace(place)}: there is no folder ${named}, so nothing is decided`] : [],
    };
  }
  const isCoders = ({ name }: FoundFile): boolean => name.endsWith(ENDING) && !name.includes('/');
  const schema = await readSchema('decision');
  const list = { type: 'array', items: schema, ...('$defs' in schema && { $defs: schema.$defs }) };
  const read = gather(
    files.filter(isCoders).map(
      ({ path }) =>
        () =>
          readCoder(path, list),
    ),
  );
  const byId = uniqueById(read.flatMap(({ written }) => written));
  throwFaults([...byId.values()].flatMap((one) => faultOfReplacing(one, byId) ?? []));
  return {
    decisions: [...byId.values()].map(({ decision }) => decision),
    skipped: files
      .filter((file) => !isCoders(file))
      .map(({ path }) => ({ path, reason: `no decisions: a coder's file is CODER${ENDING}` })),
    // Of some coders nobody expects what the others have decided.
    warnings: [...read.flatMap(({ warnings }) => warnings), ...(coders || !study ? [] : warningsOf(byId, study))],
  };
}

/** What all of these give. @throws CodifyErrors with the faults of every one */
function gather<T>(tasks: readonly (() => T)[]): T[] {
  const faults: CodifyError[] = [];
  const results = tasks.flatMap((task) => {
    try {
      return [task()];
    } catch (error) {
      if (error instanceof CodifyErrors) faults.push(...error.errors);
      else if (error instanceof CodifyError) faults.push(error);
      else throw error;
      return [];
    }
  });
  throwFaults(faults);
  return results;
}
