import { formatPlace } from '../errors.ts';
import type { Codebook } from '../model.ts';
import type { Behind } from '../report/strict/people.ts';
import type { Doubt, StrictReading } from '../report/strict/strict.ts';
import type { Io } from './io.ts';

const STANCES = { supports: 'support', qualifies: 'qualify', contradicts: 'contradict' } as const;

function countOf({ theme, people, of, stances }: Behind, who: string): string {
  const said = (['supports', 'qualifies', 'contradicts'] as const).filter((stance) => stances[stance] > 0);
  const parts = said.map((stance) => `${stances[stance]} ${STANCES[stance]} it`);
  return `${people} of ${of} interviewed ${who} stand behind ${theme.id}${parts.length === 0 ? '' : ` (${parts.join(', ')})`}`;
}

function messageOf({ words, kind, of, behind }: Doubt, who: string): string {
  if (kind === 'not so many') return `"${words}" is contradicted: ${of} ${who} were interviewed`;
  const counted = behind && countOf(behind, who);
  if (kind === 'silence') {
    return `"${words}" says more than the counts can: what was not found may have been said in other words${counted === undefined ? '' : `; ${counted}`}`;
  }
  return `"${words}" is contradicted: ${counted}${behind!.word === undefined ? '' : `, which is "${behind!.word}"`}`;
}

/** Prints where a report's how-many words and the counts part, a line each. */
export function printDoubts(path: string, { doubts, untied }: StrictReading, { roles }: Codebook, io: Io): void {
  const plurals = new Map(roles.map(({ id, plural }) => [id, plural]));
  for (const doubt of doubts) {
    const { line, column } = doubt;
    const who = doubt.roles.length === 0 ? 'people' : doubt.roles.map((role) => plurals.get(role)).join(', ');
    io.err(`${formatPlace({ path, line, column })}: ${messageOf(doubt, who)}\n`);
  }
  if (untied > 0) io.err(`codify: ${path}: ${untied} how-many word${untied === 1 ? '' : 's'} could not be tied to a theme\n`);
}
