import type { Place } from '../errors.ts';
import type { Table } from '../files/table.ts';
import { wordForms } from '../text/words.ts';
import { exchangeLanguages } from './languages/index.ts';
import type { LetterWords } from './languages/language.ts';
import { quoteId } from './letter.ts';

/** What stands under a quote of a letter that came back, or in a row of a table of answers. */
export interface WrittenAnswer {
  readonly participant: string;
  readonly id: string;
  /** The quote as she was asked to approve it. */
  readonly quote: string;
  readonly place: Place;
  /** Undefined where nothing is answered. */
  readonly answer: 'yes' | 'no' | 'changed' | undefined;
  /** What she writes in its place. */
  readonly changed: string | undefined;
  /** Why the answer cannot be taken in, a sentence. */
  readonly unclear: string | undefined;
}

/** A paragraph of a letter. */
interface Paragraph {
  readonly text: string;
  readonly line: number;
}

const LANGUAGES: readonly LetterWords[] = Object.values(exchangeLanguages).map(({ letter }) => letter);
const KINDS = ['yes', 'no', 'changed'] as const;
type Kind = (typeof KINDS)[number];

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();
const ID = /\(([0-9a-f]{8})\)\s*$/;
const CROSS = /[xXvV✓✔✗✘☑☒🗹🗵]/u;
const QUOTED = /^\s*[>\s]*[”“"](?<text>[\s\S]*)[”“"]\s*(?:\([^()]*\))?[\s.]*$/;

/** One of the three answers as it stands in a letter: which, whether it has a cross, and what is written behind it. */
function answerIn(paragraph: string, { answers }: LetterWords): { kind: Kind; crossed: boolean; behind: string } | undefined {
  const text = oneLine(paragraph);
  for (const kind of KINDS) {
    const { word, rest } = answers[kind];
    const at = text.indexOf(word);
    const lead = text.slice(0, at);
    if (at < 0 || /\p{L}/u.test(lead.replace(/[xXvV]/g, '')) || /^\p{L}/u.test(text.slice(at + word.length))) continue;
    const tail = text.slice(at + word.length);
    const behind = oneLine((tail.startsWith(rest) ? tail.slice(rest.length) : tail.replace(/^:/, '')).replace(/[_.…☐]{2,}|☐/gu, ' '));
    const isCross = kind !== 'changed' && new RegExp(`^${CROSS.source}$`, 'u').test(behind);
    return { kind, crossed: CROSS.test(lead) || isCross, behind: isCross ? '' : behind };
  }
  return undefined;
}

/** The answers under one quote. */
function answerUnder(paragraphs: readonly Paragraph[], words: LetterWords): Pick<WrittenAnswer, 'answer' | 'changed' | 'unclear'> {
  const crossed = new Set<Kind>();
  const strange: string[] = [];
  const changed: string[] = [];
  let isChange = false;
  for (const { text } of paragraphs) {
    const found = answerIn(text, words);
    if (found?.crossed) crossed.add(found.kind);
    isChange = found ? found.kind === 'changed' : isChange;
    const written = oneLine(found ? found.behind : text.replace(/_{2,}/g, ' '));
    if (/[\p{L}\p{N}]/u.test(written)) (isChange ? changed : strange).push(written);
  }
  const text = changed.join(' ').replace(/^[”“"]\s*|\s*[”“"]$/g, '');
  if (text !== '') crossed.add('changed');
  const [first, second] = [...crossed];
  const unclear = (why: string): Pick<WrittenAnswer, 'answer' | 'changed' | 'unclear'> => ({
    answer: undefined,
    changed: undefined,
    unclear: why,
  });
  if (strange.length > 0) return unclear(`says "${strange.join(' ')}", which is none of the three answers`);
  if (second !== undefined) return unclear('has more than one answer');
  if (first === 'changed' && text === '') return unclear('is to be changed, and nothing is written in its place');
  return { answer: first, changed: text === '' ? undefined : text, unclear: undefined };
}

function withoutSlips(answer: Omit<WrittenAnswer, 'unclear'> & { readonly unclear: string | undefined }): WrittenAnswer {
  if (quoteId(answer.participant, answer.quote) === answer.id) return answer;
  const unclear = 'is no longer what was asked: the quote itself, its number or the reference was changed';
  return { ...answer, answer: undefined, changed: undefined, unclear };
}

/**
 * Reads the answers of a letter that came back, in whatever format.
 * @returns undefined when it is no such letter
 */
export function readLetter(paragraphs: readonly Paragraph[], path: string): WrittenAnswer[] | undefined {
  const isTitle = (title: string): boolean => paragraphs.some(({ text }) => oneLine(text) === title);
  const words = LANGUAGES.find(({ title, quotesTitle }) => isTitle(title) || isTitle(quotesTitle));
  const reference = /^\s*Reference:\s*(\S.*?)\s*$/m;
  const participant = paragraphs.flatMap(({ text }) => reference.exec(text)?.[1] ?? []).at(-1);
  if (!words || participant === undefined) return undefined;
  const end = paragraphs.findLastIndex(({ text }) => oneLine(text) === words.thanks || reference.test(text));
  const thanks = paragraphs.findIndex(({ text }) => oneLine(text) === words.thanks);
  const body = paragraphs.slice(0, thanks < 0 ? end : thanks);
  const heads = body.flatMap(({ text }, i) => (ID.test(text) && !QUOTED.test(text) ? [i] : []));
  return heads.map((head, i) => {
    const own = body.slice(head + 1, heads[i + 1]);
    const at = own.findIndex(({ text }) => QUOTED.test(text));
    const quote = oneLine(QUOTED.exec(own[at]?.text ?? '')?.groups?.['text'] ?? '');
    const place = { path, line: body[head]!.line };
    const id = ID.exec(body[head]!.text)![1]!;
    return withoutSlips({ participant, id, quote, place, ...answerUnder(own.slice(at + 1), words) });
  });
}

/**
 * Reads a table of answers.
 * @returns undefined when it is no such table
 */
export function readAnswerTable({ columns, rows }: Table, path: string): WrittenAnswer[] | undefined {
  const words = LANGUAGES.find((one) => Object.values(one.columns).every((name) => columns.includes(name)));
  if (!words) return undefined;
  return rows.map(({ line, cells }) => {
    const cell = (name: keyof LetterWords['columns']): string => oneLine(cells[words.columns[name]] ?? '');
    const written = cell('answer');
    const changed = cell('changed') || undefined;
    const kind = KINDS.find((one) => wordForms(words.answers[one].word).join(' ') === wordForms(written).join(' '));
    const answer = kind ?? (written === '' && changed !== undefined ? 'changed' : undefined);
    const unclear =
      written !== '' && kind === undefined
        ? `says "${written}", which is none of ${KINDS.map((one) => words.answers[one].word.toLowerCase()).join(', ')}`
        : answer === 'changed' && changed === undefined
          ? 'is to be changed, and nothing is written in its place'
          : answer !== undefined && answer !== 'changed' && changed !== undefined
            ? 'has more than one answer'
            : undefined;
    return withoutSlips({
      participant: cell('participant'),
      id: cell('id'),
      quote: cell('quote'),
      place: { path, line },
      answer: unclear === undefined ? answer : undefined,
      changed,
      unclear,
    });
  });
}
