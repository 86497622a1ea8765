import type { Transcript } from '../model.ts';
import { mayBeOnePerson, namesakes, nameWords } from '../transcript/names.ts';

/** A label that somebody speaks by, and whom it stands for. */
interface Named {
  readonly label: string;
  readonly words: readonly string[];
  readonly where: string;
  readonly person: string;
  /** The participants table or the file has said who she is. */
  readonly isSettled: boolean;
}

/** Those among people with one first name whose names may be one person's, in groups of two or more spellings. */
function groupsIn(people: readonly Named[]): Named[][] {
  const groups: Named[][] = [];
  for (const one of people) {
    const isHers = (other: Named): boolean => !(one.isSettled && other.isSettled) && mayBeOnePerson(one.words, other.words);
    const hers = groups.filter((group) => group.some(isHers));
    for (const group of hers) groups.splice(groups.indexOf(group), 1);
    groups.push([...hers.flat(), one]);
  }
  return groups.filter((group) => new Set(group.map(({ label }) => label)).size > 1 && new Set(group.map(({ person }) => person)).size > 1);
}

/** Labels that may be different spellings of one person's name, in a file or across files, a sentence for each person. */
export function nameVariants(transcripts: readonly Transcript[]): string[] {
  const people = transcripts.flatMap(({ id, path, participants }) =>
    [...participants]
      .filter(([, { role, document }]) => role !== 'interviewer' && document === undefined)
      .map(([label, { id: person }]): Named => {
        const where = id.includes('#') ? id : path;
        return { label, words: nameWords(label), where, person, isSettled: person !== `${id}/${label}` };
      }),
  );
  const groups = namesakes(people, ({ words }) => words).flatMap(groupsIn);
  return groups.map((group) => {
    const labels = [...new Set(group.map(({ label }) => label))];
    const places = (label: string): string => [...new Set(group.filter((one) => one.label === label).map(({ where }) => where))].join(', ');
    const spellings = labels.map((label) => `${label} (${places(label)})`).join(', ');
    const count = new Set(group.map(({ person }) => person)).size;
    return `${spellings}: one person? Counted as ${count}; if they are one, give them the same participant in participants.csv`;
  });
}
