import { hash } from 'node:crypto';
import type { Decision, Judgement, Stance } from '../model.ts';
import { anchorOf } from '../text/anchors.ts';
import { unfaithful } from '../text/edits.ts';
import { numbersOf, type Interviews, type ReviewItem } from './items.ts';
import { judgementsOn, sentenceKey, type Said } from './said.ts';

/** What a coder makes of the theme of the item before her. */
type ThemeChoice =
  | { readonly kind: 'accept'; readonly stance: Stance | undefined }
  | { readonly kind: 'reject' }
  /** To another theme, with the stance it had unless another is given. */
  | { readonly kind: 'move'; readonly to: string; readonly stance?: Stance }
  /** Pinned for the report, banned from it, or neither. */
  | { readonly kind: 'print'; readonly print: 'pin' | 'ban' | undefined }
  /** A note on its first sentence; an empty one takes it away. */
  | { readonly kind: 'memo'; readonly memo: string };

/** By the sentence before the first or the one after the last. */
interface Resizing {
  readonly kind: 'lengthen' | 'shorten';
  readonly end: 'first' | 'last';
}

/** What a coder makes of the item before her. */
export type Choice =
  | ThemeChoice
  | Resizing
  /** A further theme, or a first one where the item has none. */
  | { readonly kind: 'add'; readonly theme: string; readonly stance?: Stance }
  /** Going on without a word. */
  | { readonly kind: 'seen' };

/** What a choice leads to. */
export interface Chosen {
  readonly said: Said;
  /** The item, longer or shorter if that was the choice; after an undo as it was when the choice was made. */
  readonly item: ReviewItem;
  /** The item whose place it takes in a queue. */
  readonly instead: ReviewItem;
  /** What is to be written, none where nothing has changed. */
  readonly decisions: readonly Decision[];
}

/** What a decision says, apart from where and by whom. */
type Content = Pick<Decision, 'verdict' | 'theme' | 'to' | 'stance' | 'print' | 'edit' | 'approved' | 'report' | 'memo'>;
type Loose<T> = { readonly [K in keyof T]: T[K] | undefined } & Pick<Content, 'verdict'>;

export const contentOf = ({ verdict, theme, to, stance, print, edit, approved, report, memo }: Loose<Content>): Loose<Content> => ({
  theme,
  verdict,
  to,
  stance,
  print,
  edit,
  approved,
  report,
  memo,
});
const isSame = (a: Loose<Content>, b: Loose<Content>): boolean => JSON.stringify(contentOf(a)) === JSON.stringify(contentOf(b));
const themesOf = ({ verdict, theme, to }: Decision): (string | undefined)[] => (verdict === 'move' && to !== theme ? [theme, to] : [theme]);
export const seen = (theme: string | undefined): Loose<Content> => ({ ...contentOf({ verdict: 'seen' }), theme });
const withoutGaps = <T extends object>(object: T): T =>
  Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined)) as T;

/** A decision as it stands in a coder's file. */
export function lineOf(decision: Decision): string {
  return JSON.stringify(withoutGaps({ ...decision, place: undefined }));
}

/** The next line of a coder's file. Its id is 12 hex digits of SHA-256 over what it says and how many lines stand before it. */
export function decisionOf(
  { coder, path }: Pick<Said, 'coder' | 'path'>,
  lines: number,
  rest: Loose<Content> & Pick<Decision, 'transcript' | 'anchor'>,
  replaces?: string,
): Decision {
  const { transcript, anchor } = rest;
  const said = withoutGaps({ replaces, coder, transcript, ...contentOf(rest), anchor });
  const id = hash('sha256', `${JSON.stringify(said)}\0${lines}`, 'hex').slice(0, 12);
  return { id, ...said, place: { path, line: lines + 1 } } as Decision;
}

/** The lines of one choice as they come about, and what the coder says by then. */
export class Writing {
  readonly decisions: Decision[] = [];
  readonly #changed = new Map<string, readonly Judgement[]>();
  readonly #said: Said;
  readonly #interviews: Interviews;
  readonly #item: ReviewItem;

  constructor(said: Said, interviews: Interviews, item: ReviewItem) {
    this.#said = said;
    this.#interviews = interviews;
    this.#item = item;
  }

  #key(sentence: number): string {
    return sentenceKey(this.#item.transcript.id, this.#item.turn, sentence);
  }

  #judgementsOn(sentence: number): readonly Judgement[] {
    return this.#changed.get(this.#key(sentence)) ?? judgementsOn(this.#said, this.#item.transcript, this.#item.turn, sentence);
  }

  on(sentence: number, theme: string | undefined): Judgement | undefined {
    return this.#judgementsOn(sentence).find((one) => one.theme === theme);
  }

  #put(sentence: number, theme: string | undefined, decisions: readonly Decision[]): void {
    const { transcript, turn } = this.#item;
    const others = this.#judgementsOn(sentence).filter((one) => one.theme !== theme);
    const span = this.#interviews.sentencesOf(transcript, turn)[sentence]!;
    const { coder, reader } = this.#said;
    const judgement = { coder, transcript, turn, sentence, span, theme, ...reader(decisions, theme), decisions };
    this.#changed.set(this.#key(sentence), decisions.length === 0 ? others : [...others, judgement]);
  }

  #take(sentence: number, decision: Decision): void {
    for (const theme of themesOf(decision)) {
      const there = this.on(sentence, theme)?.decisions ?? [];
      this.#put(
        sentence,
        theme,
        there.filter((one) => one !== decision),
      );
    }
  }

  #write(sentence: number, content: Loose<Content>, replaces?: Decision): void {
    const { transcript, turn } = this.#item;
    const anchor = anchorOf(transcript.text, this.#interviews.sentencesOf(transcript, turn)[sentence]!);
    // Of a sentence that was divided since, the parts are not what was edited.
    const edit = content.edit !== undefined && unfaithful(content.edit, anchor.exact) === undefined ? content.edit : undefined;
    const rest = { ...content, edit, transcript: transcript.id, anchor };
    const decision = decisionOf(this.#said, this.#said.lines + this.decisions.length, rest, replaces?.id);
    this.decisions.push(decision);
    for (const theme of themesOf(decision)) this.#put(sentence, theme, [...(this.on(sentence, theme)?.decisions ?? []), decision]);
  }

  /** Puts a decision in the place of another one about a theme, and says anew what that one said beside it. */
  #replace(sentence: number, theme: string | undefined, old: Decision, content: Loose<Content>): void {
    this.#take(sentence, old);
    this.#write(sentence, content, old);
    // What was moved here is still not about the theme it was moved from, unless it is moved back there.
    if (old.verdict === 'move' && theme === old.to && content.theme !== old.theme && content.to !== old.theme)
      this.#write(sentence, { ...contentOf({ verdict: 'reject' }), theme: old.theme });
    // Its sentence may have been divided since.
    const isHere = (at: number): boolean => this.#judgementsOn(at).some(({ decisions }) => decisions.includes(old));
    for (const step of [-1, 1]) {
      for (let at = sentence + step; isHere(at); at += step) {
        this.#take(at, old);
        this.#write(at, contentOf(old));
      }
    }
  }

  /** Says something of a theme on a sentence, in the place of all she has said of it; nothing where she has said just that. */
  say(sentence: number, theme: string | undefined, contentIn: (old: Decision | undefined) => Loose<Content>): void {
    const standing = this.on(sentence, theme)?.decisions ?? [];
    if (standing.length === 0) this.#write(sentence, contentIn(undefined));
    for (const old of standing) {
      const content = contentIn(old);
      if (!isSame(content, old)) this.#replace(sentence, theme, old, content);
    }
  }

  /** Gives a verdict; what she has noted and wants printed stays. */
  judge(
    sentence: number,
    theme: string,
    verdict: Pick<Loose<Content>, 'verdict'> & { readonly to?: string; readonly stance?: Stance | undefined },
  ): void {
    const before = this.on(sentence, theme)?.decisions ?? [];
    const prints = new Set(before.map(({ print }) => print));
    const edits = new Set(before.flatMap(({ edit }) => edit ?? []));
    const isYes = verdict.verdict === 'accept' || verdict.verdict === 'add';
    this.say(sentence, theme, (old) => ({
      theme,
      to: undefined,
      stance: undefined,
      ...verdict,
      // Of what was moved here, it stays known where from.
      ...(isYes && old?.verdict === 'move' && old.to === theme && { verdict: 'move', theme: old.theme, to: theme }),
      print: prints.has('ban') ? 'ban' : prints.has('pin') ? 'pin' : undefined,
      edit: edits.size === 1 ? [...edits][0] : undefined,
      approved: old?.approved,
      memo: old?.memo,
    }));
  }

  /** Says that the theme is there: accepts what the rules propose, adds what they do not. */
  accept(sentence: number, theme: string, stance: Stance | undefined): void {
    const { transcript, turn } = this.#item;
    this.judge(sentence, theme, { verdict: this.#interviews.isProposed(transcript, turn, sentence, theme) ? 'accept' : 'add', stance });
  }

  move(sentence: number, from: string, to: string, given: Stance | undefined): void {
    const here = this.on(sentence, from)?.decisions ?? [];
    const moved = here.find((one) => one.verdict === 'move' && one.theme === from);
    const stance = given ?? this.on(sentence, from)?.stance ?? moved?.stance;
    const isFree = (this.on(sentence, to)?.decisions ?? []).every((one) => here.includes(one));
    if (isFree) return this.judge(sentence, from, { verdict: 'move', to, stance });
    this.judge(sentence, from, { verdict: 'reject' });
    return this.accept(sentence, to, stance);
  }

  /** What it comes to, as a choice that can be taken back. */
  done(item: ReviewItem): Chosen {
    const { lines, since, last } = this.#said;
    if (this.decisions.length === 0 && item === this.#item) return { said: this.#said, item, instead: item, decisions: [] };
    const before = new Map([...this.#changed.keys()].map((key) => [key, since.get(key) ?? this.#said.atStart.get(key) ?? []]));
    const step = { decisions: this.decisions, before, item: this.#item, became: item, earlier: last };
    const said = { ...this.#said, lines: lines + this.decisions.length, since: new Map([...since, ...this.#changed]), last: step };
    return { said, item, instead: this.#item, decisions: this.decisions };
  }
}

/** The item longer or shorter by a sentence at one end; itself where that cannot be. */
function resized(interviews: Interviews, item: ReviewItem, { kind, end }: Resizing): ReviewItem {
  const { transcript, turn, theme } = item;
  const by = (kind === 'lengthen') === (end === 'last') ? 1 : -1;
  const sentences = { ...item.sentences, [end]: item.sentences[end] + by };
  const { first, last } = sentences;
  const isThere = first >= 0 && first <= last && last < interviews.sentencesOf(transcript, turn).length;
  return isThere ? interviews.item(transcript, turn, sentences, theme) : item;
}

/** A sentence more of a theme has the stance of its neighbour; one less is rejected if a rule proposed it, else no longer hers. */
function resize(interviews: Interviews, item: ReviewItem, choice: Resizing, writing: Writing): ReviewItem {
  const other = resized(interviews, item, choice);
  const theme = item.theme?.id;
  if (theme === undefined || other === item) return other;
  const edge = item.sentences[choice.end];
  const now = writing.on(edge, theme);
  if (choice.kind === 'lengthen') {
    // There is no more of what is not there at all.
    if (now?.status === 'rejected') return item;
    writing.accept(other.sentences[choice.end], theme, now?.stance);
  } else if (interviews.isProposed(item.transcript, item.turn, edge, theme)) writing.judge(edge, theme, { verdict: 'reject' });
  else if (now) writing.say(edge, theme, (old) => ({ ...seen(theme), memo: old?.memo }));
  return other;
}

const isResizing = (choice: Choice): choice is Resizing => choice.kind === 'lengthen' || choice.kind === 'shorten';

/** Takes a choice on one sentence of an item with a theme. */
function chooseOn(sentence: number, theme: string, choice: ThemeChoice, writing: Writing): void {
  switch (choice.kind) {
    case 'accept':
      return writing.accept(sentence, theme, choice.stance);
    case 'reject':
      return writing.judge(sentence, theme, { verdict: 'reject' });
    case 'move':
      return choice.to === theme ? undefined : writing.move(sentence, theme, choice.to, choice.stance);
    case 'print':
      if (choice.print === undefined && !writing.on(sentence, theme)) return undefined;
      return writing.say(sentence, theme, (old) => ({ ...contentOf(old ?? seen(theme)), print: choice.print }));
    case 'memo': {
      const memo = choice.memo.trim() || undefined;
      if (memo === undefined && !writing.on(sentence, theme)) return undefined;
      return writing.say(sentence, theme, (old) => ({ ...contentOf(old ?? seen(theme)), memo }));
    }
  }
}

/**
 * What follows from a choice: the lines for the coder's file, and what she says from then on. It takes as long in a
 * study of a thousand interviews as in one of ten. Where there is nothing to choose or nothing changes, nothing is
 * written. Where her own decisions differ, a verdict settles them; a pin, a ban or a memo does not.
 */
export function choose(interviews: Interviews, said: Said, item: ReviewItem, choice: Choice): Chosen {
  const writing = new Writing(said, interviews, item);
  const theme = item.theme?.id;
  const sentences = numbersOf(item.sentences);
  if (isResizing(choice)) return writing.done(resize(interviews, item, choice, writing));
  if (choice.kind === 'add') for (const sentence of sentences) writing.accept(sentence, choice.theme, choice.stance);
  else if (choice.kind === 'seen') {
    for (const sentence of sentences)
      if (!writing.on(sentence, undefined) && !writing.on(sentence, theme)) writing.say(sentence, theme, () => seen(theme));
  } else if (theme !== undefined)
    for (const sentence of choice.kind === 'memo' ? sentences.slice(0, 1) : sentences) chooseOn(sentence, theme, choice, writing);
  return writing.done(item);
}

/** Takes back the last choice of the session, and the one before it the next time; undefined when none is left. */
export function undo(said: Said): Chosen | undefined {
  const { last } = said;
  if (!last) return undefined;
  const decisions = last.decisions
    .toReversed()
    .map(({ id, transcript, theme, anchor }, i) =>
      decisionOf(said, said.lines + i, { ...contentOf({ verdict: 'undo' }), theme, transcript, anchor }, id),
    );
  const since = new Map([...said.since, ...last.before]);
  return {
    said: { ...said, lines: said.lines + decisions.length, since, last: last.earlier },
    item: last.item,
    instead: last.became,
    decisions,
  };
}
