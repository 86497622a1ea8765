import type { Role, Transcript } from '../../src/model.ts';
import { formatOf, SourceFile } from '../../src/transcript/formats/index.ts';
import { knownLabels, parseParticipants } from '../../src/transcript/participants.ts';
import { transcriptsOf } from '../../src/transcript/read.ts';
import type { ColumnChoice, Reading } from '../../src/transcript/formats/format.ts';

const role = (id: string, ...aliases: string[]): Role => ({ id, article: 'en', plural: `${id}r`, definite: `${id}ne`, aliases });

const ROLES: readonly Role[] = [
  role('direktør', '*direktør'),
  role('chef', '*chef'),
  role('leder', '*leder', 'projektchef'),
  role('medarbejder', '*medarbejder', 'sagsbehandler'),
];

interface Given {
  readonly name?: string;
  readonly participants?: string;
  readonly columns?: ColumnChoice;
}

/** The interviews in a file of this content. */
export function readAll(content: string | Uint8Array, { name = '01.md', participants, columns = {} }: Given = {}): Transcript[] {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content;
  const table = participants === undefined ? undefined : parseParticipants(participants, 'participants.csv');
  const source = new SourceFile(`interview/${name}`, bytes, columns, table ? knownLabels(table, [name])(name) : new Set());
  const format = formatOf(source)!;
  return transcriptsOf(format.read(source) as Reading[], source, format, { name, roles: ROLES, participants: table, columns });
}

/** The interviews in a file of these bytes, whatever format it has. */
export async function readFile(bytes: Uint8Array, name: string): Promise<Transcript[]> {
  const source = new SourceFile(name, bytes, {}, new Set());
  const format = formatOf(source)!;
  return transcriptsOf(await format.read(source), source, format, { name, roles: ROLES, participants: undefined, columns: {} });
}

/** The one interview in a file of this content. */
export function read(content: string | Uint8Array, given?: Given): Transcript {
  const [transcript, ...others] = readAll(content, given);
  if (!transcript || others.length > 0) throw new Error(`${others.length + 1} interviews, not one`);
  return transcript;
}

/** Who says what, turn by turn. */
export function said(transcript: Transcript): [string, string][] {
  return transcript.turns.map(({ speaker, span }) => [speaker, transcript.text.slice(span.start, span.end)]);
}

/** The labels of those who ask. */
export function askers(transcript: Transcript): string[] {
  return [...transcript.participants].filter(([, { role }]) => role === 'interviewer').map(([label]) => label);
}
