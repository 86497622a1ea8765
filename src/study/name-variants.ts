import type { Transcript } from '../model.ts';
import { mayBeOnePerson, nameWords } from '../transcript/names.ts';

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
  const byFirstName = new Map<string, Named[]>();
  for (const { id, path, participants } of transcripts) {
    for (const [label, { id: person, role }] of participants) {
      const words = nameWords(label);
      if (role === 'interviewer' || words[0] === undefined) continue;
      const named = { label, words, where: id.includes('#') ? id : path, person, isSettled: person !== `${id}/${label}` };
      const before = byFirstName.get(words[0]);
      if (before) before.push(named);
      else byFirstName.set(words[0], [named]);
    }
  }
  return [...byFirstName.values()].flatMap(groupsIn).map((group) => {
    const labels = [...new Set(group.map(({ label }) => label))];
    const shown = labels.map(
      (label) => `${label} (${[...new Set(group.filter((one) => one.label === label).map(({ where }) => where))].join(', ')})`,
    );
    const people = new Set(group.map(({ person }) => person)).size;
    return `${shown.join(', ')}: one person? Counted as ${people}; if they are one, give them the same participant in participants.csv`;
  });
}
