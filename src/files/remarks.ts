import { CodifyError } from '../errors.ts';
import { unzip } from './unzip.ts';
import { isWord } from './word.ts';
import { readXml } from './xml.ts';

/** What someone has put to a Word document: a comment, an answer to one, or a change that is kept track of. */
export interface Remark {
  readonly kind: 'comment' | 'reply' | 'insertion' | 'deletion';
  readonly author: string | undefined;
  /** As the file writes it. */
  readonly date: string | undefined;
  /** The words it is about: commented on, put in or taken out. */
  readonly words: string;
  /** What a comment says. */
  readonly text: string;
  /** Is it settled? Undefined where the file does not say, and for changes. */
  readonly resolved: boolean | undefined;
  /** The paragraph or row of a table in which it begins, as it was before the changes. */
  readonly paragraph: string;
  /** The headings above it, the highest first. */
  readonly headings: readonly string[];
}

/** The remarks in a document, in its order. */
export interface Remarks {
  readonly remarks: readonly Remark[];
  /** The language it is set in, as Word names it: da-DK. */
  readonly locale: string | undefined;
}

interface Comment {
  readonly id: string;
  readonly author: string | undefined;
  readonly date: string | undefined;
  readonly text: string;
  /** Of its last paragraph, by which other parts name it. */
  readonly paragraph: string | undefined;
}

const onOneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

function readComments(bytes: Uint8Array, path: string): Map<string, Comment> {
  const comments = new Map<string, Comment>();
  let open: { -readonly [Key in keyof Comment]: Comment[Key] } | undefined;
  let inText = false;
  readXml(bytes, path, {
    open(name, attributes) {
      if (name === 'w:comment')
        open = {
          id: attributes['w:id'] ?? '',
          author: attributes['w:author'],
          date: attributes['w:date'],
          text: '',
          paragraph: undefined,
        };
      if (!open) return;
      if (name === 'w:p') {
        open.paragraph = attributes['w14:paraId'];
        open.text += '\n';
      }
      if (name === 'w:t') inText = true;
      if (name === 'w:br' || name === 'w:tab') open.text += ' ';
    },
    close(name) {
      if (name === 'w:t') inText = false;
      if (name === 'w:comment' && open) {
        comments.set(open.id, { ...open, text: onOneLine(open.text) });
        open = undefined;
      }
    },
    text(text) {
      if (open && inText) open.text += text;
    },
  });
  return comments;
}

/** What is settled, and what answers what, by the paragraphs of the comments. */
function readThreads(bytes: Uint8Array, path: string): { done: Map<string, boolean>; answers: Set<string> } {
  const done = new Map<string, boolean>();
  const answers = new Set<string>();
  readXml(bytes, path, {
    open(name, attributes) {
      const paragraph = attributes['w15:paraId'];
      if (name !== 'w15:commentEx' || paragraph === undefined) return;
      done.set(paragraph, /^(?:1|true|on)$/.test(attributes['w15:done'] ?? ''));
      if (attributes['w15:paraIdParent'] !== undefined) answers.add(paragraph);
    },
    close() {},
    text() {},
  });
  return { done, answers };
}

/** How deep a style stands as a heading, by its id; and the language of the document. */
function readStyles(bytes: Uint8Array, path: string): { depths: Map<string, number>; locale: string | undefined } {
  const depths = new Map<string, number>();
  let style: string | undefined;
  let locale: string | undefined;
  readXml(bytes, path, {
    open(name, attributes) {
      if (name === 'w:style') style = attributes['w:styleId'];
      if (name === 'w:lang') locale ??= attributes['w:val'];
      const depth = name === 'w:name' ? /^heading (\d)$/i.exec(attributes['w:val'] ?? '')?.[1] : undefined;
      if (depth !== undefined && style !== undefined) depths.set(style, Number(depth));
    },
    close() {},
    text() {},
  });
  return { depths, locale };
}

/** Where a remark begins, and its words so far. */
interface Anchor {
  /** The comment it belongs to; undefined for a change. */
  readonly comment: string | undefined;
  readonly change: Pick<Remark, 'kind' | 'author' | 'date'> | undefined;
  words: string;
  paragraph: string;
  headings: readonly string[];
}

const CHANGES: Readonly<Record<string, 'insertion' | 'deletion'>> = {
  'w:ins': 'insertion',
  'w:moveTo': 'insertion',
  'w:del': 'deletion',
  'w:moveFrom': 'deletion',
};

/** Finds what is commented on and changed in the main part of a document. */
function readAnchors(bytes: Uint8Array, path: string, depths: ReadonlyMap<string, number>): Anchor[] {
  const anchors: Anchor[] = [];
  const ranges = new Map<string, Anchor>();
  const headings: { depth: number; text: string }[] = [];
  // Anchors that wait for the paragraph or row they stand in to end.
  let waiting: Anchor[] = [];
  const changes: Anchor[] = [];
  let paragraph = '';
  let row: string | undefined;
  let rows = 0;
  let depth: number | undefined;
  let inRun = false;
  let inText = false;
  let skipping = 0;

  const anchor = (comment: string | undefined, change: Anchor['change']): Anchor => {
    const one: Anchor = { comment, change, words: '', paragraph: '', headings: [] };
    anchors.push(one);
    waiting.push(one);
    return one;
  };
  const say = (text: string): void => {
    const change = changes.at(-1);
    if (change) change.words += text;
    for (const range of ranges.values()) if (change?.change?.kind !== 'deletion') range.words += text;
    if (change?.change?.kind !== 'insertion') paragraph += text;
  };
  const settle = (text: string): void => {
    for (const one of waiting) Object.assign(one, { paragraph: onOneLine(text), headings: headings.map((heading) => heading.text) });
    waiting = [];
  };
  readXml(bytes, path, {
    open(name, attributes) {
      if (skipping > 0 || name === 'mc:Fallback') skipping += 1;
      if (skipping > 0) return;
      const kind = CHANGES[name];
      // In a paragraph's own properties they tell that its end was put in or taken out.
      if (kind) changes.push(anchor(undefined, { kind, author: attributes['w:author'], date: attributes['w:date'] }));
      switch (name) {
        case 'w:p':
          paragraph = '';
          depth = undefined;
          break;
        case 'w:pStyle':
          depth = depths.get(attributes['w:val'] ?? '');
          break;
        case 'w:tr':
          rows += 1;
          if (rows === 1) row = '';
          break;
        case 'w:r':
          inRun = true;
          break;
        case 'w:t':
        case 'w:delText':
          inText = true;
          break;
        case 'w:br':
        case 'w:tab':
          if (inRun) say(' ');
          break;
        case 'w:commentRangeStart':
        case 'w:commentReference': {
          const id = attributes['w:id'] ?? '';
          const isPoint = name === 'w:commentReference';
          if (isPoint && anchors.some(({ comment }) => comment === id)) break;
          const one = anchor(id, undefined);
          if (!isPoint) ranges.set(id, one);
          break;
        }
        case 'w:commentRangeEnd':
          ranges.delete(attributes['w:id'] ?? '');
          break;
      }
    },
    close(name) {
      if (skipping > 0) {
        skipping -= 1;
        return;
      }
      if (CHANGES[name]) changes.pop();
      if (name === 'w:r') inRun = false;
      if (name === 'w:t' || name === 'w:delText') inText = false;
      if (name === 'w:tr') {
        rows -= 1;
        if (rows === 0) {
          settle(row ?? '');
          row = undefined;
        }
      }
      if (name !== 'w:p') return;
      for (const range of ranges.values()) range.words += ' ';
      if (row !== undefined) row += `${paragraph} `;
      else {
        if (depth !== undefined) {
          while ((headings.at(-1)?.depth ?? 0) >= depth) headings.pop();
          headings.push({ depth, text: onOneLine(paragraph) });
        }
        settle(paragraph);
      }
    },
    text(text) {
      if (skipping === 0 && inText) say(text);
    },
  });
  return anchors;
}

const isSame = (a: Anchor['change'], b: Anchor['change']): boolean => a?.kind === b?.kind && a?.author === b?.author && a?.date === b?.date;

/** Changes that follow one upon the other by one hand are one, and those without words are none. */
function joined(anchors: readonly Anchor[]): Anchor[] {
  const all: Anchor[] = [];
  for (const one of anchors) {
    const before = all.at(-1);
    if (one.change && one.words.trim() === '') continue;
    const goesOn = one.change && before?.change && isSame(one.change, before.change) && one.paragraph === before.paragraph;
    if (goesOn) before.words += one.words;
    else all.push(one);
  }
  return all;
}

/**
 * The comments and tracked changes in a Word document, whoever wrote it.
 * @throws CodifyError for what is no Word document, or a damaged one
 */
export async function readRemarks(bytes: Uint8Array, path: string): Promise<Remarks> {
  if (!isWord(bytes)) throw new CodifyError('is no Word document', { place: { path }, hint: 'give the .docx the comments stand in' });
  const parts = await unzip(bytes, path, (name) => /^word\/(?:document\d*|styles|comments|commentsExtended)\.xml$/.test(name));
  const part = (pattern: RegExp): Uint8Array | undefined => [...parts].find(([name]) => pattern.test(name))?.[1];
  const styles = part(/styles/);
  const { depths, locale } = styles ? readStyles(styles, path) : { depths: new Map<string, number>(), locale: undefined };
  const commentPart = part(/comments\./);
  const comments = commentPart ? readComments(commentPart, path) : new Map<string, Comment>();
  const threadPart = part(/commentsExtended/);
  const threads = threadPart && readThreads(threadPart, path);
  const document = part(/document/);
  const anchors = document ? joined(readAnchors(document, path, depths)) : [];
  const remarks = anchors.flatMap(({ comment, change, words, paragraph, headings }): Remark[] => {
    const place = { words: onOneLine(words), paragraph, headings };
    if (change) return [{ ...change, ...place, words: words.trim(), text: '', resolved: undefined }];
    const said = comments.get(comment ?? '');
    if (!said) return [];
    const { author, date, text } = said;
    const isAnswer = said.paragraph !== undefined && threads?.answers.has(said.paragraph);
    const resolved = said.paragraph === undefined ? undefined : threads?.done.get(said.paragraph);
    return [{ kind: isAnswer ? 'reply' : 'comment', author, date, text, resolved, ...place }];
  });
  return { remarks, locale };
}
