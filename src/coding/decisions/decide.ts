import { formatPlace } from '../../errors.ts';
import type { Coding, Decision, Edit, Hit, Passage, Span, Study, Theme, Transcript } from '../../model.ts';
import { AnchorFinder, type SpokenSentence } from '../../text/anchors.ts';
import { lineOf } from '../../text/lines.ts';
import { didYouMean } from '../../text/nearest.ts';
import type { Coded } from '../code.ts';
import { CodingIds } from '../ids.ts';
import { standingDecisions } from './standing.ts';
import { commonVerdict, ownVerdict, remarksOf, type Remark, type Verdict } from './verdicts.ts';

/** A theme on a sentence of which decisions differ, so that it is left open. */
export interface Dispute {
  readonly transcript: Transcript;
  readonly sentence: SpokenSentence;
  readonly theme: string;
  /** Who says what: "AB accepted, CD rejected". */
  readonly said: string;
  readonly decisions: readonly Decision[];
}

/** A decision that nothing is decided by: its interview, theme or words are not there. */
export interface LostDecision {
  readonly decision: Decision;
  readonly missing: 'interview' | 'theme' | 'words';
}

/** The codings as people have decided them. */
export interface Decided {
  /** In the order of the interviews, of the text, and of the codebook; rejected ones among them. */
  readonly codings: readonly Coding[];
  /** Where each standing decision stands; more than one sentence where it was divided. */
  readonly placed: ReadonlyMap<Decision, readonly SpokenSentence[]>;
  readonly lost: readonly LostDecision[];
  readonly disputes: readonly Dispute[];
  /** What was decided and could not be done, a sentence each. */
  readonly warnings: readonly string[];
}

/** A theme on one sentence. */
interface Bearing {
  readonly sentence: number;
  readonly origin: Coding['origin'];
  readonly status: Coding['status'];
  readonly verdict: Verdict | undefined;
}

/** What was decided about printing a sentence that does not bear the theme. */
interface Beside {
  readonly sentence: number;
  readonly verdict: Verdict;
  /** For the case that there is nothing it stands beside. */
  readonly warning: string;
}

/** What the rules found, and whether only what people have accepted is to count. */
interface Run {
  readonly coded: Coded;
  readonly only: 'accepted' | undefined;
}

/** Neighbouring sentences that bear a theme and of which the same was decided. */
class DecidedCoding implements Coding {
  readonly theme: Theme;
  readonly transcript: Transcript;
  readonly turn: number;
  readonly participant: Passage['participant'];
  readonly span: Span;
  readonly sentences: Passage['sentences'];
  readonly origin: Coding['origin'];
  readonly status: Coding['status'];
  readonly stance: Coding['stance'];
  readonly setAside: Coding['setAside'];
  readonly print: Coding['print'];
  readonly edits: readonly Edit[];
  readonly banned: readonly Span[];
  readonly approved: readonly string[];
  readonly memos: readonly string[];
  readonly #ids: CodingIds;
  readonly #coded: Coded;
  #evidence: ReturnType<Coded['evidenceIn']> | undefined;

  /** @param beside what was decided about printing sentences beside it that do not bear its theme */
  constructor(
    passage: Passage,
    bearings: readonly Bearing[],
    beside: readonly Beside[],
    spans: readonly Span[],
    ids: CodingIds,
    { coded, only }: Run,
  ) {
    this.theme = passage.theme;
    this.transcript = passage.transcript;
    this.turn = passage.turn;
    this.participant = passage.participant;
    this.span = passage.span;
    this.sentences = passage.sentences;
    const prints = new Set(bearings.map(({ verdict }) => verdict?.print));
    this.origin = bearings.some(({ origin }) => origin === 'rule') ? 'rule' : 'person';
    this.status = bearings[0]!.status;
    this.stance = bearings[0]!.verdict?.stance;
    this.setAside = only === 'accepted' && this.status === 'suggested' ? true : undefined;
    this.print = prints.has('ban') ? 'ban' : prints.has('pin') ? 'pin' : undefined;
    this.edits = [...bearings, ...beside].flatMap(({ sentence, verdict }) =>
      verdict?.edit === undefined ? [] : [{ span: spans[sentence]!, text: verdict.edit }],
    );
    this.banned = beside.flatMap(({ sentence, verdict }) => (verdict.print === 'ban' ? [spans[sentence]!] : []));
    this.approved = bearings.flatMap(({ verdict }) => verdict?.approved ?? []);
    this.memos = bearings.flatMap(({ verdict }) => verdict?.memos ?? []);
    this.#ids = ids;
    this.#coded = coded;
  }

  get id(): string {
    return this.#ids.of(this);
  }

  get hits(): readonly Hit[] {
    return (this.#evidence ??= this.#coded.evidenceIn(this)).hits;
  }

  get score(): number {
    return (this.#evidence ??= this.#coded.evidenceIn(this)).score;
  }
}

const shorten = (text: string): string => (text.length > 60 ? `${text.slice(0, 60).trimEnd()}…` : text).replace(/\s+/g, ' ');

const placesOf = (decisions: readonly Decision[]): string =>
  [...new Set(decisions.map(({ place }) => formatPlace(place)))].sort().join(', ');

const NAMED = 3;
const firstOf = (all: readonly string[]): string =>
  all.slice(0, NAMED).join('; ') + (all.length > NAMED ? ` and ${all.length - NAMED} more` : '');

/** Each decision that replaces the same as another and differs, with all of its group. */
type Rivals = ReadonlyMap<Decision, readonly Decision[]>;

const whereIs = (transcript: Transcript, { turn, span }: SpokenSentence): string =>
  `${transcript.path}:${lineOf(transcript, turn, span.start)}`;

/** What was decided of one interview, put on its sentences. */
class Interview {
  readonly transcript: Transcript;
  readonly finder: AnchorFinder;
  readonly #study: Pick<Study, 'codebook' | 'plan'>;
  /** By turn, theme and sentence. */
  readonly #remarks = new Map<number, Map<string, Map<number, Remark[]>>>();
  readonly disputes: Dispute[] = [];
  /** What is to be printed where nothing is. */
  readonly unprinted: string[] = [];

  constructor(transcript: Transcript, study: Pick<Study, 'codebook' | 'plan'>) {
    this.transcript = transcript;
    this.finder = new AnchorFinder(transcript, study.codebook.language);
    this.#study = study;
  }

  /** Puts a decision where its words stand. @returns the sentences; undefined when they are lost */
  place(decision: Decision): readonly SpokenSentence[] | undefined {
    const sentences = this.finder.find(decision.anchor);
    for (const { turn, number } of sentences ?? []) {
      for (const remark of remarksOf(decision)) {
        const themes = this.#remarks.get(turn) ?? new Map<string, Map<number, Remark[]>>();
        this.#remarks.set(turn, themes);
        const bySentence = themes.get(remark.theme) ?? new Map<number, Remark[]>();
        themes.set(remark.theme, bySentence);
        bySentence.set(number, [...(bySentence.get(number) ?? []), remark]);
      }
    }
    return sentences;
  }

  #verdictOn(turn: number, sentence: number, theme: string, remarks: readonly Remark[], rivals: Rivals): Verdict {
    const verdicts = new Map<string, Verdict>();
    const differ = (said: string, decisions: readonly Decision[]): void => {
      const spoken = this.finder.turns.get(turn)![sentence]!;
      this.disputes.push({ transcript: this.transcript, sentence: spoken, theme, said, decisions });
    };
    for (const coder of [...new Set(remarks.map(({ decision }) => decision.coder))].sort()) {
      const own = remarks.filter(({ decision }) => decision.coder === coder);
      const verdict = ownVerdict(own, rivals);
      verdicts.set(coder, verdict);
      if (verdict.open.size === 0) continue;
      const decisions = [...new Set(own.flatMap(({ decision }) => rivals.get(decision) ?? [decision]))];
      differ(`${coder} in ${placesOf(decisions)}`, decisions);
    }
    const common = commonVerdict(verdicts, this.#study.plan.coders);
    if ([...verdicts.values()].every((one) => one.open.size === 0)) {
      for (const what of common.open) {
        const said = [...verdicts].flatMap(([coder, one]): string[] => {
          const value = what === 'verdict' ? one.status : one[what];
          return value === undefined ? [] : [`${coder} ${shorten(value)}`];
        });
        differ(
          said.join(', '),
          remarks.map(({ decision }) => decision),
        );
      }
    }
    return common;
  }

  /** The codings that stand, made anew from what the rules propose and what people say of it. */
  decide(proposed: readonly Coding[], rivals: Rivals, run: Run): Coding[] {
    const { transcript } = this;
    const borne = new Map<number, Map<string, Map<number, Bearing>>>();
    const sentencesOf = (turn: number, theme: string): Map<number, Bearing> => {
      const themes = borne.get(turn) ?? new Map<string, Map<number, Bearing>>();
      borne.set(turn, themes);
      const sentences = themes.get(theme) ?? new Map<number, Bearing>();
      themes.set(theme, sentences);
      return sentences;
    };
    const besides = new Map<string, Beside[]>();
    for (const { turn, theme, sentences } of proposed) {
      for (let sentence = sentences.first; sentence <= sentences.last; sentence += 1)
        sentencesOf(turn, theme.id).set(sentence, { sentence, origin: 'rule', status: 'suggested', verdict: undefined });
    }
    for (const [turn, themes] of this.#remarks) {
      for (const [theme, sentences] of themes) {
        for (const [sentence, remarks] of sentences) {
          const verdict = this.#verdictOn(turn, sentence, theme, remarks, rivals);
          const origin = sentencesOf(turn, theme).get(sentence)?.origin ?? 'person';
          const isProposed = origin === 'rule' || remarks.some(({ status }) => status === 'accepted');
          if (isProposed || verdict.status === 'rejected')
            sentencesOf(turn, theme).set(sentence, { sentence, origin, status: verdict.status ?? 'suggested', verdict });
          else if (verdict.print !== undefined || verdict.edit !== undefined) {
            const warning = `${placesOf(remarks.map(({ decision }) => decision))}: ${whereIs(transcript, this.finder.turns.get(turn)![sentence]!)} ${theme}`;
            // It may be printed beside what bears the theme, but not for the theme's sake.
            if (verdict.print === 'pin') this.unprinted.push(warning);
            else besides.set(`${turn} ${theme}`, [...(besides.get(`${turn} ${theme}`) ?? []), { sentence, verdict, warning }]);
          }
        }
      }
    }
    const codings: Coding[] = [];
    const ids = new CodingIds(codings);
    for (const [turn, sentences] of this.finder.turns) {
      const participant = transcript.participants.get(transcript.turns[turn]!.speaker)!;
      const spans = sentences.map(({ span }) => span);
      const own = this.#study.codebook.allThemes.flatMap((theme) =>
        runs([...(borne.get(turn)?.get(theme.id)?.values() ?? [])]).map((bearings, i) => {
          const [first, last] = [bearings[0]!.sentence, bearings.at(-1)!.sentence];
          const span = { start: spans[first]!.start, end: spans[last]!.end };
          // Printing looks at all codings of an interview, so that the first of the turn may tell.
          const key = `${turn} ${theme.id}`;
          const beside = i === 0 ? (besides.get(key) ?? []) : [];
          if (i === 0) besides.delete(key);
          const passage = { theme, transcript, turn, participant, span, sentences: { first, last } };
          return new DecidedCoding(passage, bearings, beside, spans, ids, run);
        }),
      );
      codings.push(...own.sort((a, b) => a.span.start - b.span.start));
    }
    for (const { warning } of [...besides.values()].flat()) this.unprinted.push(warning);
    return codings;
  }
}

/** Neighbouring sentences of which the same was decided. */
function runs(bearings: Bearing[]): Bearing[][] {
  const found: Bearing[][] = [];
  for (const bearing of bearings.sort((a, b) => a.sentence - b.sentence)) {
    const open = found.at(-1);
    const before = open?.at(-1);
    const goesOn =
      before?.sentence === bearing.sentence - 1 && before.status === bearing.status && before.verdict?.stance === bearing.verdict?.stance;
    if (open && goesOn) open.push(bearing);
    else found.push([bearing]);
  }
  return found;
}

/** Decisions about what is not there: an interview, or a theme. */
function namesMissing(
  what: string,
  decisions: readonly Decision[],
  nameOf: (decision: Decision) => string,
  known: readonly string[],
): string[] {
  const groups = new Map<string, Decision[]>();
  for (const decision of decisions) groups.set(nameOf(decision), [...(groups.get(nameOf(decision)) ?? []), decision]);
  return [...groups].map(([name, list]) => {
    const hint = didYouMean(name, known);
    return `${placesOf(list)}: there is no ${what} "${name}", so nothing is decided by it${hint === undefined ? '' : ` (${hint})`}`;
  });
}

const byText = (a: Dispute, b: Dispute): number =>
  a.sentence.span.start - b.sentence.span.start || (a.theme < b.theme ? -1 : Number(a.theme > b.theme));

/** What the user should know, once all is decided. */
function warningsOf(
  study: Pick<Study, 'codebook' | 'transcripts'>,
  { lost, disputes }: Omit<Decided, 'warnings'>,
  unprinted: readonly string[],
): string[] {
  const missing = (what: LostDecision['missing']): Decision[] => lost.filter((one) => one.missing === what).map(({ decision }) => decision);
  const themes = study.codebook.allThemes.map(({ id }) => id);
  const interviews = study.transcripts.map(({ id }) => id);
  const words = missing('words').map(({ place, anchor }) => `${formatPlace(place)} "${shorten(anchor.exact)}"`);
  const open = disputes.map(({ transcript, sentence, theme, said }) => `${whereIs(transcript, sentence)} ${theme} (${said})`);
  const told = (all: readonly string[], lead: string, hint: string): string[] =>
    all.length === 0 ? [] : [`${lead}: ${firstOf(all)}${hint}`];
  return [
    ...namesMissing('interview', missing('interview'), (one) => one.transcript, interviews),
    ...namesMissing('theme', missing('theme'), (one) => strangeTheme(one, themes)!, themes),
    ...told(
      words,
      `${words.length === 1 ? 'a decision has' : `${words.length} decisions have`} lost ${words.length === 1 ? 'its' : 'their'} words`,
      ' (codify decisions --lost shows what these may be now)',
    ),
    ...told(
      open,
      `decisions differ in ${open.length === 1 ? 'one place, which is' : `${open.length} places, which are`} left open`,
      ' (codify decisions --rivals lists them; coders: in codify.yaml ranks coders)',
    ),
    ...told(unprinted, 'there is nothing to print here, for the sentence does not bear the theme', ''),
  ];
}

/** With the words that were only shown to someone nothing is lost. */
const isSaying = ({ verdict, print, edit, memo }: Decision): boolean =>
  verdict !== 'seen' || [print, edit, memo].some((one) => one !== undefined);

/** The theme a decision names that the codebook has not. */
const strangeTheme = ({ theme, to }: Decision, themes: readonly string[]): string | undefined =>
  [theme, to].find((id) => id !== undefined && !themes.includes(id));

/**
 * What stands of the rules' codings once people have decided on them, sentence by sentence: accepted, rejected, added,
 * moved to another theme, or as they were. Neighbouring sentences of a theme with the same status and stance are one
 * coding. A pure function: the order of the decisions does not matter.
 * @param only count nothing but what people have accepted: all else is set aside
 */
export function decide(coded: Coded, study: Pick<Study, 'codebook' | 'transcripts' | 'decisions' | 'plan'>, only?: 'accepted'): Decided {
  const placed = new Map<Decision, readonly SpokenSentence[]>();
  const lost: LostDecision[] = [];
  if (study.decisions.length === 0 && only === undefined) return { codings: coded.codings, placed, lost, disputes: [], warnings: [] };
  const standing = standingDecisions(study.decisions);
  const rivals: Rivals = new Map(standing.rivals.flatMap((group) => group.map((one) => [one, group])));
  const transcripts = new Map(study.transcripts.map((transcript) => [transcript.id, transcript]));
  const themes = study.codebook.allThemes.map((theme) => theme.id);
  const interviews = new Map<Transcript, Interview>();
  const interviewOf = (transcript: Transcript): Interview => {
    const interview = interviews.get(transcript) ?? new Interview(transcript, study);
    interviews.set(transcript, interview);
    return interview;
  };
  const lose = (decision: Decision, missing: LostDecision['missing']): void => {
    if (isSaying(decision)) lost.push({ decision, missing });
  };
  for (const decision of standing.decisions) {
    const transcript = transcripts.get(decision.transcript);
    if (!transcript) lose(decision, 'interview');
    else if (strangeTheme(decision, themes) !== undefined) lose(decision, 'theme');
    else {
      const sentences = interviewOf(transcript).place(decision);
      if (sentences) placed.set(decision, sentences);
      else lose(decision, 'words');
    }
  }
  const proposed = new Map<Transcript, Coding[]>();
  for (const coding of coded.codings) {
    const own = proposed.get(coding.transcript);
    if (own) own.push(coding);
    else proposed.set(coding.transcript, [coding]);
  }
  const codings = study.transcripts.flatMap((transcript) => {
    const own = proposed.get(transcript) ?? [];
    const isLeft = only === undefined && !interviews.has(transcript);
    return isLeft ? own : interviewOf(transcript).decide(own, rivals, { coded, only });
  });
  const all = study.transcripts.flatMap((transcript) => interviews.get(transcript) ?? []);
  const disputes = all.flatMap((interview) => interview.disputes.sort(byText));
  const unprinted = all.flatMap((interview) => interview.unprinted);
  const decided = { codings, placed, lost, disputes };
  return { ...decided, warnings: warningsOf(study, decided, unprinted) };
}
