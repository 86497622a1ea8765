import { CodifyError } from '../errors.ts';
import { parseYaml, type YamlFile } from '../files/yaml.ts';
import { didYouMean } from '../text/nearest.ts';
import { readConsent } from './consent.ts';
import type { Authored, SpeakerFacts } from './formats/format.ts';

/** What a transcript says of itself between two lines of `---`. */
export interface FrontMatter {
  readonly id: string | undefined;
  readonly speakers: ReadonlyMap<string, SpeakerFacts>;
  readonly interviewers: ReadonlySet<string>;
  /** What kind of text it is, where it says so and it is no document. */
  readonly form: Exclude<Form, 'dokument'> | undefined;
  /** What it is the author of, where it is a document: a "dokument" where it does not say more. */
  readonly document: Authored | undefined;
  readonly notes: readonly string[];
  /** Where the interview begins in the file, in UTF-16 units. */
  readonly end: number;
}

/** The forms a text may have. */
const FORMS = ['interview', 'artikel', 'dokument'] as const;
type Form = (typeof FORMS)[number];

const KNOWN = ['id', 'date', 'participants', 'interviewer', 'form', 'author', 'kind'];
// Keys are written small, labels are not.
const OPENS_KEY = /^\p{Ll}[\p{L}_-]*[ \t]*:/mu;
const FENCED = /^(?:\s*\n)?---[ \t]*\n(?<yaml>[\s\S]*?\n)?(?:---|\.\.\.)[ \t]*(?:\n|$)/;

const asText = (value: unknown): string | undefined =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value).normalize('NFC').trim() : undefined;
const isMapping = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function wrong(file: YamlFile, path: readonly string[], message: string, hint?: string): CodifyError {
  return new CodifyError(message, { place: file.place(path), hint });
}

function readSpeakers(file: YamlFile, written: unknown): Map<string, SpeakerFacts> {
  const speakers = new Map<string, SpeakerFacts>();
  if (written === undefined || written === null) return speakers;
  if (!isMapping(written))
    throw wrong(file, ['participants'], '"participants" should hold a line for each speaker label', 'write R05: {role: chef}');
  for (const [label, facts] of Object.entries(written)) {
    if (!isMapping(facts)) throw wrong(file, ['participants', label], `"${label}" should hold keys with values`, 'write R05: {role: chef}');
    const attributes: Record<string, string> = {};
    for (const [key, value] of Object.entries(facts)) {
      const text = asText(value);
      if (text === undefined) throw wrong(file, ['participants', label, key], `"${key}" should be a text`);
      if (!['participant', 'role', 'consent'].includes(key)) attributes[key] = text;
    }
    speakers.set(label.normalize('NFC'), {
      participant: asText(facts['participant']),
      title: asText(facts['role']),
      consent: readConsent(asText(facts['consent']), file.place(['participants', label, 'consent'])),
      attributes,
    });
  }
  return speakers;
}

function readForm(file: YamlFile, written: unknown): Form | undefined {
  if (written === undefined || written === null) return undefined;
  const form = FORMS.find((one) => one === asText(written)?.toLowerCase());
  if (form === undefined)
    throw wrong(
      file,
      ['form'],
      `there is no form "${asText(written) ?? ''}"`,
      didYouMean(asText(written) ?? '', FORMS) ?? `it is ${FORMS.join(', ')}`,
    );
  return form;
}

/** The front matter at the top of a transcript, undefined when there is none. @throws CodifyError when it is broken */
export function readFrontMatter(text: string, path: string): FrontMatter | undefined {
  const match = FENCED.exec(text);
  if (!match) return undefined;
  const yaml = match.groups?.['yaml'] ?? '';
  // A file may begin with a rule and what someone says; front matter holds keys.
  if (!OPENS_KEY.test(yaml)) return undefined;
  const before = text.slice(0, match[0].indexOf('---'));
  const file = parseYaml(yaml, path, before.split('\n').length + 1);
  if (!isMapping(file.data)) return undefined;
  const { data } = file;
  const unknown = Object.keys(data).filter((key) => !KNOWN.includes(key));
  const interviewer = Array.isArray(data['interviewer']) ? data['interviewer'] : [data['interviewer']];
  const form = readForm(file, data['form']);
  for (const key of ['author', 'kind']) {
    if (data[key] !== undefined && form !== 'dokument')
      throw wrong(file, [key], `"${key}" is told of a document`, 'write form: dokument beside it');
  }
  return {
    form: form === 'dokument' ? undefined : form,
    document: form === 'dokument' ? { author: asText(data['author']) || undefined, kind: asText(data['kind']) || 'dokument' } : undefined,
    id: asText(data['id']) || undefined,
    speakers: readSpeakers(file, data['participants']),
    interviewers: new Set(interviewer.map(asText).filter((label) => label !== undefined)),
    notes: unknown.map((key) => [`front matter: "${key}" is not used`, didYouMean(key, KNOWN)].filter(Boolean).join('; ')),
    end: match[0].length,
  };
}
