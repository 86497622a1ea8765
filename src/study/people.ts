import { CodifyError, formatPlace, throwFaults } from '../errors.ts';
import type { Participant, Transcript } from '../model.ts';
import { countWords } from '../text/words.ts';
import type { ParticipantRow, ParticipantTable } from '../transcript/participants.ts';

/** @throws CodifyError when two interviews have one id, with the place of both */
export function refuseSameId(transcripts: readonly Transcript[]): void {
  const first = new Map<string, Transcript>();
  for (const transcript of transcripts) {
    const before = first.get(transcript.id);
    if (before) {
      throw new CodifyError(`has the id "${transcript.id}", and so has ${before.path}`, {
        place: { path: transcript.path },
        hint: 'give each an id of its own in its front matter, or point at the folder above both',
      });
    }
    first.set(transcript.id, transcript);
  }
}

/** One person's facts from all the interviews she takes part in. @throws CodifyError when she has two roles */
export function unify(transcripts: readonly Transcript[]): Transcript[] {
  const people = new Map<string, { participant: Participant; path: string }>();
  for (const transcript of transcripts) {
    for (const participant of transcript.participants.values()) {
      const known = people.get(participant.id);
      if (!known) {
        people.set(participant.id, { participant, path: transcript.path });
        continue;
      }
      const { role } = known.participant;
      if (role !== undefined && participant.role !== undefined && role !== participant.role) {
        throw new CodifyError(`${participant.id} is ${participant.role} here and ${role} in ${known.path}`, {
          place: { path: transcript.path },
          hint: 'give each person one role, in participants.csv',
        });
      }
      people.set(participant.id, {
        path: known.path,
        participant: {
          id: participant.id,
          role: role ?? participant.role,
          title: known.participant.title ?? participant.title,
          attributes: { ...participant.attributes, ...known.participant.attributes },
          consent: known.participant.consent ?? participant.consent,
          ...(participant.document !== undefined && { document: participant.document }),
        },
      });
    }
  }
  return transcripts.map((transcript) => ({
    ...transcript,
    participants: new Map([...transcript.participants].map(([label, { id }]) => [label, people.get(id)!.participant])),
  }));
}

const shorten = (names: readonly string[]): string =>
  names.length > 5 ? `${names.slice(0, 5).join(', ')} and ${names.length - 5} more` : names.join(', ');

/** Why an interview has no words of a respondent, undefined when it has. */
export function wordless({ text, turns, participants }: Transcript): string | undefined {
  const said = turns.some(
    ({ speaker, span }) => participants.get(speaker)?.role !== 'interviewer' && countWords(text, span.start, span.end) > 0,
  );
  if (said) return undefined;
  if (text.trim() === '') return 'is empty';
  return turns.length === 0
    ? 'no speaker was found (write a label such as "R1:" before what each person says)'
    : 'no respondent says a word';
}

/** A note that begins with its line is told with its place, as editors open it: `artikel.md:12: …`. */
function placed(path: string, note: string): string {
  const { line, what } = /^line (?<line>\d+): (?<what>[^]*)$/.exec(note)?.groups ?? {};
  return line === undefined ? `${path}: ${note}` : `${path}:${line}: ${what}`;
}

/** What the user should know of the people before trusting the numbers, a sentence each. */
export function warnOfPeople(transcripts: readonly Transcript[], rolesAreKnown: boolean): string[] {
  const warnings: string[] = [];
  const silent = new Map<string, string[]>();
  const unnamed = new Map<string, string[]>();
  const withoutRole = new Set<string>();
  for (const transcript of transcripts) {
    const { participants, id } = transcript;
    // A respondent of a table has no file of her own.
    const where = id.includes('#') ? id : transcript.path;
    const nothing = wordless(transcript);
    if (nothing !== undefined) silent.set(nothing, [...(silent.get(nothing) ?? []), where]);
    for (const note of transcript.notes) warnings.push(placed(transcript.path, note));
    for (const [label, participant] of participants) {
      if (participant.role === 'interviewer' || participant.document !== undefined) continue;
      if (participant.id === `${id}/${label}`) unnamed.set(label, [...(unnamed.get(label) ?? []), where]);
      if (participant.role === undefined)
        withoutRole.add(`${label} in ${where}${participant.title === undefined ? '' : ` ("${participant.title}")`}`);
    }
  }
  for (const [nothing, paths] of silent) {
    warnings.push(`${shorten(paths)}: ${nothing}; ${paths.length === 1 ? 'an interview' : `${paths.length} interviews`} with no words`);
  }
  for (const [label, ids] of unnamed) {
    if (ids.length > 1) {
      warnings.push(
        `${label} stands in ${ids.length} interviews (${shorten(ids)}) and is counted as ${ids.length} people; say who is who in participants.csv`,
      );
    }
  }
  if (rolesAreKnown && withoutRole.size > 0) {
    warnings.push(
      `no known role: ${shorten([...withoutRole])}; counted under uoplyst. Give the role in participants.csv, or the title as an alias in the codebook`,
    );
  }
  return warnings;
}

/**
 * Holds the participants table against the interviews.
 * @returns the rows nobody speaks for
 * @throws CodifyErrors when two rows mean one label of an interview, or one row labels of two interviews
 */
export function unusedRows(table: ParticipantTable, transcripts: readonly Transcript[]): ParticipantRow[] {
  const faults: CodifyError[] = [];
  const used = new Map<ParticipantRow, string>();
  for (const { id, participants } of transcripts) {
    for (const label of participants.keys()) {
      const [row, second] = table.matching(id, label);
      if (!row) continue;
      if (second)
        faults.push(
          new CodifyError(`${label} in ${id} has two rows`, {
            place: second.place,
            hint: `the other is at ${formatPlace(row.place)}; keep one`,
          }),
        );
      const before = used.get(row);
      if (before !== undefined) {
        faults.push(
          new CodifyError(`"${row.transcript}" may be ${before} or ${id}`, {
            place: row.place,
            hint: 'write the whole path, a row for each',
          }),
        );
      }
      used.set(row, id);
    }
  }
  throwFaults(faults);
  return table.rows.filter((row) => !used.has(row));
}
