import { unzipSync } from 'fflate';
import { packed } from './house.ts';

/*
 * A Word file as a client sends it back: with comments, an answer to one, one that is settled, and tracked changes, as
 * Word writes them.
 */

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const W14 = 'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"';
const W15 = 'xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml"';
const EXTENDED = 'http://schemas.microsoft.com/office/2011/relationships/commentsExtended';
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

export interface Said {
  /** On these words of the report; an answer has those of what it answers. */
  readonly on: string;
  readonly by: string;
  readonly at: string;
  readonly text: string;
  readonly done?: boolean;
  /** The number of the comment it answers. */
  readonly answers?: number;
}

/** What is put in behind words, or the words that are taken out. */
export type Changed = { readonly behind: string; readonly put: string } | { readonly out: string };

const partsOf = (bytes: Uint8Array): Record<string, Uint8Array> => unzipSync(bytes);
const text = (part: Uint8Array): string => Buffer.from(part).toString();

const RUN = /<w:r>(<w:rPr>(?:(?!<\/w:rPr>).)*<\/w:rPr>)?<w:t xml:space="preserve">([^<]*)<\/w:t><\/w:r>/g;

/** Cuts the first run with these words in three, and sets marks around the middle one. */
function around(document: string, words: string, mark: (run: string) => string): string {
  let isDone = false;
  const run = (look: string, said: string): string => (said === '' ? '' : `<w:r>${look}<w:t xml:space="preserve">${said}</w:t></w:r>`);
  const changed = document.replace(RUN, (whole, look: string = '', said: string) => {
    const at = isDone ? -1 : said.indexOf(words);
    if (at === -1) return whole;
    isDone = true;
    return run(look, said.slice(0, at)) + mark(run(look, words)) + run(look, said.slice(at + words.length));
  });
  if (!isDone) throw new Error(`the report does not say "${words}"`);
  return changed;
}

/** The file with what the client has put to it. */
export function returned(bytes: Uint8Array, said: readonly Said[], changes: readonly Changed[] = []): Uint8Array {
  const parts = partsOf(bytes);
  let document = text(parts['word/document.xml']!);
  for (const [i, { on }] of said.entries())
    document = around(
      document,
      on,
      (run) =>
        `<w:commentRangeStart w:id="${i}"/>${run}<w:commentRangeEnd w:id="${i}"/><w:r><w:rPr><w:rStyle w:val="CommentReference"/></w:rPr><w:commentReference w:id="${i}"/></w:r>`,
    );
  const by = 'w:author="Sofie Lindgaard" w:date="2026-06-09T08:31:00Z"';
  for (const [i, change] of changes.entries()) {
    const id = `w:id="${900 + i}" ${by}`;
    document =
      'out' in change
        ? around(document, change.out, (run) => `<w:del ${id}>${run.replace(/<(\/?)w:t(?=[ >])/g, '<$1w:delText')}</w:del>`)
        : around(document, change.behind, (run) => `${run}<w:ins ${id}><w:r><w:t xml:space="preserve">${change.put}</w:t></w:r></w:ins>`);
  }
  const paragraph = (i: number): string => (0x2a000000 + i).toString(16).toUpperCase();
  const comments = said.map(
    ({ by, at, text }, i) =>
      `<w:comment w:id="${i}" w:author="${by}" w:date="${at}" w:initials="X"><w:p w14:paraId="${paragraph(i)}"><w:r><w:annotationRef/></w:r><w:r><w:t>${text}</w:t></w:r></w:p></w:comment>`,
  );
  const threads = said.map(
    ({ done = false, answers }, i) =>
      `<w15:commentEx w15:paraId="${paragraph(i)}"${answers === undefined ? '' : ` w15:paraIdParent="${paragraph(answers)}"`} w15:done="${Number(done)}"/>`,
  );
  return packed({
    ...parts,
    'word/document.xml': document,
    'word/comments.xml': `${HEAD}<w:comments ${W} ${W14}>${comments.join('')}</w:comments>`,
    'word/commentsExtended.xml': `${HEAD}<w15:commentsEx ${W15}>${threads.join('')}</w15:commentsEx>`,
    '[Content_Types].xml': text(parts['[Content_Types].xml']!).replace(
      '</Types>',
      '<Override PartName="/word/commentsExtended.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.commentsExtended+xml"/></Types>',
    ),
    'word/_rels/document.xml.rels': text(parts['word/_rels/document.xml.rels']!).replace(
      '</Relationships>',
      `<Relationship Id="rIdExtended" Type="${EXTENDED}" Target="commentsExtended.xml"/></Relationships>`,
    ),
  });
}
