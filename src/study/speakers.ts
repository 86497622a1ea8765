import type { Transcript } from '../model.ts';
import { countWords } from '../text/words.ts';
import type { ParticipantRow, ParticipantTable } from '../transcript/participants.ts';

/** A table as rows of fields. */
export interface SpeakerTable {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (string | number)[])[];
}

function wordsBySpeaker({ text, turns }: Transcript): Map<string, number> {
  const words = new Map<string, number>();
  for (const { speaker, span } of turns) words.set(speaker, (words.get(speaker) ?? 0) + countWords(text, span.start, span.end));
  return words;
}

/**
 * Everyone who speaks in these interviews, as participants.csv has them, for an analyst to fill: who she is and which
 * role she has where that is known, and how many words she says. What a table has already is kept, and so are its rows
 * of other interviews.
 */
export function speakerTable(transcripts: readonly Transcript[], table: ParticipantTable | undefined): SpeakerTable {
  const known = table?.rows ?? [];
  const attributes = [...new Set(known.flatMap((row) => Object.keys(row.attributes ?? {})))];
  const hasConsent = known.some(({ consent }) => consent !== undefined);
  const others = new Set(known);
  const fields = (row: ParticipantRow | undefined): string[] => [
    ...(hasConsent ? [row?.consent ?? ''] : []),
    ...attributes.map((name) => row?.attributes?.[name] ?? ''),
  ];
  const rows = transcripts.flatMap((transcript) => {
    const { id, participants } = transcript;
    const words = wordsBySpeaker(transcript);
    return [...participants].map(([speaker, participant]) => {
      const row = table?.matching(id, speaker)[0];
      if (row) others.delete(row);
      const person = row?.participant ?? (participant.id === `${id}/${speaker}` ? '' : participant.id);
      return [id, speaker, person, row?.title ?? participant.role ?? participant.title ?? '', ...fields(row), words.get(speaker) ?? 0];
    });
  });
  const kept = [...others].map((row) => [row.transcript, row.speaker, row.participant ?? '', row.title ?? '', ...fields(row), '']);
  return {
    columns: ['transcript', 'speaker', 'participant', 'role', ...(hasConsent ? ['consent'] : []), ...attributes, 'words'],
    rows: [...rows, ...kept],
  };
}
