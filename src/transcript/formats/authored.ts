import type { Turn } from '../../model.ts';
import { trimSpan } from '../../text/spans.ts';
import type { FrontMatter } from '../front-matter.ts';
import { paragraphsOf } from './article.ts';
import type { Authored, Reading, SpeakerFacts } from './format.ts';
import type { PlacedLine } from './labelled.ts';

// What opens an item of a list or a quoted line and is no word of it.
const BULLET = /^(?:\s*>)*\s*(?:[-–—*•]\s+|\d+[.)]\s+)?/u;

/** Reads a document: all of it is its author's words but for headings, each paragraph a turn. */
export function readAuthored(
  text: string,
  lines: readonly PlacedLine[],
  { author: name, kind }: Authored,
  front: FrontMatter | undefined,
): Reading {
  const author = name ?? kind;
  const turns = paragraphsOf(text, lines)
    .filter(({ heading }) => !heading)
    .map(({ span, lines: [first] }): Turn => {
      const start = span.start + BULLET.exec(text.slice(span.start, span.end))![0].length;
      return { speaker: author, span: trimSpan(text, { start, end: span.end }), line: first!.number };
    })
    .filter(({ span }) => span.end > span.start);
  const speakers = new Map<string, SpeakerFacts>([[author, { ...front?.speakers.get(author), document: kind }]]);
  return {
    id: front?.id,
    text,
    turns,
    speakers,
    interviewers: new Set(),
    notes: front?.notes ?? [],
    understood: [`a document (${kind}), as ${front?.document ? 'its front matter' : 'the study'} says: all of it is written by ${author}`],
  };
}
