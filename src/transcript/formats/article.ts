import type { Span, Turn } from '../../model.ts';
import { detach, trimSpan } from '../../text/spans.ts';
import { wordForms } from '../../text/words.ts';
import { attribute, type ProseParagraph } from '../attribution/attribute.ts';
import type { FrontMatter } from '../front-matter.ts';
import type { Reading, SpeakerFacts } from './format.ts';
import type { PlacedLine } from './labelled.ts';

/** Who says what an article does not tell the speaker of. */
const UNKNOWN_SPEAKER = 'ukendt';

const HEADING = /^ {0,3}#{1,6}(?:\s|$)/;
const RULE = /^ {0,3}(?:-{3,}|\*{3,}|_{3,}|={3,})\s*$/;
const MARK = /["”“„»«]/;
// A line of its own with so few words and no stop is a title, a byline or the text to a picture.
const TITLE_WORDS = 14;
const SHOWN = 5;

/** A paragraph and the lines it stands on. */
export interface PlacedParagraph extends ProseParagraph {
  readonly lines: readonly PlacedLine[];
}

const isEnded = (line: string): boolean => /[.!?:…]["”“„»«’'*_)]*\s*$|["”“„»«],?\s*$/u.test(line);

/** The paragraphs of a text: set apart by empty lines, or each on a line where lines are not broken inside sentences. */
export function paragraphsOf(text: string, lines: readonly PlacedLine[]): PlacedParagraph[] {
  const isBlank = (line: PlacedLine | undefined): boolean => line === undefined || line.text.trim() === '';
  const inner = lines.filter((line, i) => !isBlank(line) && !isBlank(lines[i + 1]) && !lines[i + 1]!.opens);
  const isWrapped = inner.filter((line) => !isEnded(line.text)).length * 2 > inner.length;
  const paragraphs: PlacedLine[][] = [];
  let open: PlacedLine[] | undefined;
  for (const line of lines) {
    const isHeading = line.heading === true || HEADING.test(line.text);
    if (isBlank(line) || RULE.test(line.text)) {
      open = undefined;
      continue;
    }
    if (!open || line.opens || isHeading || !isWrapped || /^\s*(?:[-–—*]|\d+[.)])\s/.test(line.text)) paragraphs.push((open = []));
    open.push(line);
    if (isHeading) open = undefined;
  }
  return paragraphs.map((some): PlacedParagraph => {
    const [first] = some;
    const span = trimSpan(text, { start: first!.span.start, end: some.at(-1)!.span.end });
    const words = text.slice(span.start, span.end);
    const isTitle = some.length === 1 && !MARK.test(words) && !/[.!?:,…][’'*_)]*$/.test(words) && words.split(/\s+/).length <= TITLE_WORDS;
    return { span, lines: some, heading: first!.heading === true || HEADING.test(first!.text) || (isTitle && !/^[-–—*•]/.test(words)) };
  });
}

/** Blanks what stands between the pieces of a quotation, but for the comma and line breaks, and the marks of quoted lines. */
function blanked(text: string, quotations: readonly (readonly Span[])[]): string {
  let result = '';
  let at = 0;
  const take = (until: number): void => {
    result += text.slice(at, until);
    at = until;
  };
  for (const pieces of quotations) {
    for (const [i, { start, end }] of pieces.entries()) {
      if (i > 0) {
        const gap = text.slice(at, start);
        const comma = /^["”“„»«’'*_\s]*,/u.exec(gap)?.[0].length ?? 0;
        result += gap.replace(/[^\n]/g, (char, offset: number) => (char === ',' && offset === comma - 1 ? char : ' '));
        at = start;
      }
      take(start);
      result += text.slice(start, end).replace(/\n[ \t]*>/g, (quoted) => `\n${' '.repeat(quoted.length - 1)}`);
      at = end;
    }
  }
  take(text.length);
  return result;
}

const plainWords = (words: string): string => ` ${wordForms(words).join(' ')} `;

const short = (words: string): string => {
  const tidy = words.replace(/\s+/g, ' ').trim();
  return tidy.length > 40 ? `${tidy.slice(0, 40).replace(/\s\S*$/, '')} …` : tidy;
};

const counted = (count: number, one: string, more: string): string => `${count} ${count === 1 ? one : more}`;

/** An article as read, and for how many of its quotations it tells who says them. */
export interface ReadArticle {
  readonly reading: Reading;
  readonly attributed: number;
}

/**
 * Reads an article: its quotations are turns of those who say them, and what stands around them is nobody's speech. The
 * reading's text is the one given, with blanks for what parts a quotation in two.
 */
export function readArticle(text: string, lines: readonly PlacedLine[], front: FrontMatter | undefined): ReadArticle {
  const paragraphs = paragraphsOf(text, lines);
  const { quotations, others, doubts } = attribute(text, paragraphs);
  const placed = paragraphs.flatMap((paragraph) => paragraph.lines);
  const lineAt = (at: number): number => placed.findLast(({ span }) => span.start <= at)?.number ?? 1;
  const wordsOf = ({ pieces }: { readonly pieces: readonly Span[] }): string =>
    pieces.map(({ start, end }) => text.slice(start, end)).join(' ');

  const spoken = quotations.filter(({ speaker }) => speaker !== undefined).map((one) => plainWords(wordsOf(one)));
  const isAgain = (words: string): boolean => spoken.some((said) => said.includes(plainWords(words)));
  // Set large beside the text, what is said in it stands twice.
  const again = quotations.filter((one) => one.speaker === undefined && isAgain(wordsOf(one)));
  const kept = quotations.filter((one) => !again.includes(one));

  const notes = [...(front?.notes ?? [])];
  for (const { at, what } of doubts) notes.push(`line ${lineAt(at)}: ${what}`);
  for (const { heading, span } of paragraphs) {
    const quoted = heading ? /["”“„»«]([^"”“„»«]+)["”“„»«]/u.exec(text.slice(span.start, span.end))?.[1] : undefined;
    if (quoted !== undefined && wordForms(quoted).length > 3 && !isAgain(quoted))
      notes.push(`line ${lineAt(span.start)}: a quotation in a heading is not read: ”${short(quoted)}”`);
  }
  for (const one of kept) {
    if (one.speaker === undefined)
      notes.push(
        `line ${lineAt(one.pieces[0]!.start)}: the text does not tell who says ”${short(wordsOf(one))}”; kept as ${UNKNOWN_SPEAKER}`,
      );
  }

  const speakers = new Map<string, SpeakerFacts>(front?.speakers);
  const turns = kept.map(({ pieces, speaker }): Turn => {
    const label = speaker === undefined ? UNKNOWN_SPEAKER : detach(speaker.name.replace(/\s+/g, ' '));
    if (speaker?.title !== undefined) {
      const title = speakers.get(label)?.title ?? detach(speaker.title);
      speakers.set(label, { ...speakers.get(label), title });
    }
    return { speaker: label, span: { start: pieces[0]!.start, end: pieces.at(-1)!.end }, line: lineAt(pieces[0]!.start) };
  });

  const said = new Set(turns.map(({ speaker }) => speaker));
  for (const label of front?.speakers.keys() ?? []) if (!said.has(label)) notes.push(`front matter: ${label} never speaks`);
  const attributed = kept.filter(({ speaker }) => speaker !== undefined).length;
  const people = new Set(kept.flatMap(({ speaker }) => speaker?.name ?? [])).size;
  const why =
    front?.form === undefined ? 'no label of a speaker opens its lines, and its text tells who is quoted' : 'as its front matter says';
  const understood = [`an article (${why}): ${counted(attributed, 'quotation', 'quotations')} of ${counted(people, 'person', 'people')}`];
  const names = (all: readonly Span[]): string => {
    const some = all.slice(0, SHOWN).map((span) => `${short(text.slice(span.start, span.end))} (line ${lineAt(span.start)})`);
    return `${some.join(', ')}${all.length > SHOWN ? ` and ${all.length - SHOWN} more` : ''}`;
  };
  if (others.length > 0) understood.push(`in marks and not said: ${names(others)}`);
  if (again.length > 0) understood.push(`said again, read once: ${names(again.map(({ pieces }) => pieces[0]!))}`);

  const rendered = blanked(
    text,
    kept.map(({ pieces }) => pieces),
  );
  return {
    reading: { id: front?.id, text: rendered, isArticle: true, turns, speakers, interviewers: new Set(), notes, understood },
    attributed,
  };
}
