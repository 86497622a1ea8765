import { standing } from './standing.ts';
import type { Coding, Participant, Transcript } from '../model.ts';
import { spokenWords } from '../text/spoken.ts';
import { voicesOf } from './count.ts';
import { groupBy } from './group-by.ts';

/** Words of respondents in a row, whoever says them, that bear no theme. */
export interface Stretch {
  readonly transcript: Transcript;
  /** The turn in which it begins. */
  readonly turn: number;
  readonly start: number;
  readonly words: number;
}

/** How many words respondents say in an interview, and how many of them lie under some theme. */
export interface InterviewCoverage {
  readonly transcript: Transcript;
  readonly words: number;
  readonly covered: number;
}

/** How much of what was said the codebook reaches, and what it leaves out. */
export interface Coverage {
  readonly interviews: readonly InterviewCoverage[];
  /** The longest first. */
  readonly stretches: readonly Stretch[];
  /** Those who speak and have no quote under any theme. */
  readonly people: readonly Participant[];
}

/** 1 for each word of the respondents that lies under a theme. */
function coveredWords(transcript: Transcript, codings: readonly Coding[]): Uint8Array {
  const { start, turns } = spokenWords(transcript);
  const covered = new Uint8Array(start.length);
  for (const { turn, span } of codings) {
    for (let word = turns[turn]!; word < turns[turn + 1]!; word += 1)
      if (start[word]! >= span.start && start[word]! < span.end) covered[word] = 1;
  }
  return covered;
}

function stretchesOf(transcript: Transcript, covered: Uint8Array): Stretch[] {
  const { start, turns } = spokenWords(transcript);
  const stretches: Stretch[] = [];
  let turn = 0;
  for (let word = 0; word < covered.length;) {
    const end = covered.indexOf(1, word) === -1 ? covered.length : covered.indexOf(1, word);
    if (end === word) {
      word += 1;
      continue;
    }
    while (turns[turn + 1]! <= word) turn += 1;
    stretches.push({ transcript, turn, start: start[word]!, words: end - word });
    word = end;
  }
  return stretches;
}

/** The share of the respondents' words that lie under some theme, and the longest stretches that lie under none. */
export function coverageOf(transcripts: readonly Transcript[], codings: readonly Coding[]): Coverage {
  const counted = standing(codings);
  const byTranscript = groupBy(counted, (coding) => coding.transcript);
  const all = transcripts.map((transcript) => ({ transcript, covered: coveredWords(transcript, byTranscript.get(transcript) ?? []) }));
  const heard = new Set(counted.map((coding) => coding.participant.id));
  const silent = new Map(voicesOf(transcripts).map(({ participant }) => [participant.id, participant]));
  return {
    interviews: all.map(({ transcript, covered }) => ({
      transcript,
      words: covered.length,
      covered: covered.reduce((sum, one) => sum + one, 0),
    })),
    stretches: all.flatMap(({ transcript, covered }) => stretchesOf(transcript, covered)).sort((a, b) => b.words - a.words),
    people: [...silent.values()].filter(({ id }) => !heard.has(id)),
  };
}
