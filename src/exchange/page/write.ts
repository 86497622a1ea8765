import { sealState } from '../../files/report-mark.ts';
import type { Inline, Language, Picture, ReportBlock, ReportDocument } from '../../model.ts';
import { escapeMarkup as escaped } from '../../text/markup.ts';
import type { Setting } from '../formats/format.ts';
import { pictureFacts } from '../picture.ts';
import { STYLE } from './style.ts';

interface Words {
  readonly report: string;
  readonly contents: string;
  readonly skip: string;
  readonly notes: string;
  readonly back: string;
}

const WORDS: Readonly<Record<Language, Words>> = {
  da: { report: 'Rapport', contents: 'Indhold', skip: 'Gå til teksten', notes: 'Noter', back: 'Tilbage til teksten' },
  en: { report: 'Report', contents: 'Contents', skip: 'Skip to the text', notes: 'Notes', back: 'Back to the text' },
};

// No heading's own anchor has a full stop in it.
const MAIN = 'codify.main';
const TAGS = { bold: 'strong', italic: 'em', struck: 's' } as const;

/** An address a reader may follow: on the web, by mail, in the report or beside it. What would run is none. */
function isSafe(target: string): boolean {
  const scheme = /^([^/?#:]*):/.exec(target)?.[1];
  return scheme === undefined || /^(?:https?|mailto)$/i.test(scheme);
}

/** Writes the pieces of a report as HTML. */
class PageWriter {
  readonly #setting: Setting;
  readonly #words: Words;
  readonly #drawn = new Set<string>();
  readonly #referred = new Set<number>();
  #depth = 1;
  #heading: string | undefined;

  constructor(setting: Setting, hasTitle: boolean) {
    this.#setting = setting;
    this.#words = WORDS[setting.language];
    this.#depth = hasTitle ? 0 : 1;
  }

  blocks(blocks: readonly ReportBlock[]): string {
    return blocks.map((block) => this.#block(block)).join('\n');
  }

  #block(block: ReportBlock): string {
    switch (block.kind) {
      case 'heading': {
        const [id = '', ...others] = block.anchors;
        // One heading of the first depth, and none that leaves a depth out: people who listen find their way by them.
        this.#depth = Math.max(this.#depth === 0 ? 1 : 2, Math.min(block.depth, this.#depth + 1));
        this.#heading = id;
        const marks = others.map((other) => `<a id="${escaped(other)}"></a>`).join('');
        return `<h${this.#depth} id="${escaped(id)}">${this.#inlines(block.inlines)}${marks}</h${this.#depth}>`;
      }
      case 'paragraph':
        return `<p>${this.#inlines(block.inlines)}</p>`;
      case 'quote':
        return `<blockquote>\n${this.blocks(block.blocks)}\n</blockquote>`;
      case 'list': {
        const items = block.items.map((item) => `<li>${this.#item(item)}</li>`).join('\n');
        if (block.start === undefined) return `<ul>\n${items}\n</ul>`;
        return `<ol${block.start === 1 ? '' : ` start="${block.start}"`}>\n${items}\n</ol>`;
      }
      case 'contents':
        return `<nav aria-label="${escaped(this.#words.contents)}">\n${this.contents(block)}\n</nav>`;
      case 'figure':
        return this.#figure(block.picture, block.caption);
      case 'table':
        return this.#table(block);
      case 'code':
        return `<pre><code>${escaped(block.text).replaceAll('&#10;', '\n')}</code></pre>`;
      case 'rule':
        return '<hr>';
    }
  }

  /** What stands in a line of a list: a single paragraph without its mark. */
  #item(blocks: readonly ReportBlock[]): string {
    const [first, ...rest] = blocks;
    if (first?.kind !== 'paragraph' || rest.some(({ kind }) => kind === 'paragraph')) return this.blocks(blocks);
    return [this.#inlines(first.inlines), ...(rest.length > 0 ? [this.blocks(rest)] : [])].join('\n');
  }

  /** Nested as deep as the entries stand. */
  contents({ entries }: Extract<ReportBlock, { kind: 'contents' }>): string {
    let html = '';
    let depth = 0;
    for (const entry of entries) {
      const next = Math.min(entry.depth, depth + 1);
      if (next > depth) html += '<ul>\n';
      else html += `</li>\n${'</ul>\n</li>\n'.repeat(depth - next)}`;
      html += `<li><a href="${escaped(entry.target)}">${this.#inlines(entry.inlines)}</a>`;
      depth = next;
    }
    return `${html}</li>\n${'</ul>\n</li>\n'.repeat(depth - 1)}</ul>`;
  }

  #table({ rows, right }: Extract<ReportBlock, { kind: 'table' }>): string {
    const [head = [], ...body] = rows;
    const side = (column: number): string => (right[column] ? ' class="right"' : '');
    const headings = head.map((cell, i) => (cell.length === 0 ? '<td></td>' : `<th scope="col"${side(i)}>${this.#inlines(cell)}</th>`));
    const lines = body.map((row) => row.map((cell, i) => (i === 0 ? this.#rowHead(cell) : `<td${side(i)}>${this.#inlines(cell)}</td>`)));
    const line = (cells: readonly string[]): string => `<tr>${cells.join('')}</tr>`;
    return this.#wide(
      `<table>\n<thead>\n${line(headings)}\n</thead>\n<tbody>\n${lines.map(line).join('\n')}\n</tbody>\n</table>`,
      this.#heading === undefined ? undefined : `aria-labelledby="${escaped(this.#heading)}"`,
    );
  }

  /** What a row is about, set in as far as the blanks before it say. */
  #rowHead(cell: readonly Inline[]): string {
    const html = this.#inlines(cell);
    const depth = /^\u2003*/.exec(html)![0].length;
    return `<th scope="row"${depth === 0 ? '' : ` style="padding-left: ${depth * 1.2 + 0.6}em"`}>${html.slice(depth)}</th>`;
  }

  /** What is wider than a narrow screen is pushed sideways within its own frame, by keyboard too. */
  #wide(html: string, label: string | undefined): string {
    return `<div class="wide" role="group" tabindex="0"${label === undefined ? '' : ` ${label}`}>\n${html}\n</div>`;
  }

  #figure(picture: Picture, caption: readonly Inline[]): string {
    const below = caption.length === 0 ? '' : `\n<figcaption>${this.#inlines(caption)}</figcaption>`;
    return `<figure>\n${this.#drawing(picture) ?? this.#picture(picture)}${below}\n</figure>`;
  }

  /** A picture that codify drew stands in the page itself, where its words can be read and searched. */
  #drawing({ source }: Picture): string | undefined {
    const bytes = this.#setting.pictures.get(source);
    if (bytes === undefined || this.#drawn.has(source)) return undefined;
    const text = Buffer.from(bytes).toString('utf8');
    if (sealState('figure', text) !== 'as written') return undefined;
    this.#drawn.add(source);
    const svg = text.slice(text.indexOf('\n') + 1).trimEnd();
    const title = /<title id="([^"]+)"/.exec(svg)?.[1];
    return this.#wide(svg, title && `aria-labelledby="${title}"`);
  }

  #picture({ source, alt }: Picture): string {
    const bytes = this.#setting.pictures.get(source);
    const facts = bytes && pictureFacts(bytes);
    if (!bytes || !facts) return `<span>${escaped(alt)}</span>`;
    const type = { svg: 'svg+xml', png: 'png', jpg: 'jpeg', gif: 'gif' }[facts.kind];
    return `<img src="data:image/${type};base64,${Buffer.from(bytes).toString('base64')}" alt="${escaped(alt)}">`;
  }

  #inlines(inlines: readonly Inline[]): string {
    return inlines.map((inline) => this.#inline(inline)).join('');
  }

  #inline(inline: Inline): string {
    switch (inline.kind) {
      case 'text':
        return escaped(inline.text);
      case 'code':
        return `<code>${escaped(inline.text)}</code>`;
      case 'bold':
      case 'italic':
      case 'struck':
        return `<${TAGS[inline.kind]}>${this.#inlines(inline.inlines)}</${TAGS[inline.kind]}>`;
      case 'link': {
        // Browsers take signs like these out of an address before they read it.
        const target = inline.target.replace(/[\p{Cc}\s]/gu, '');
        const words = this.#inlines(inline.inlines);
        return isSafe(target) ? `<a href="${escaped(target)}">${words}</a>` : words;
      }
      case 'picture':
        return this.#picture(inline.picture);
      case 'note': {
        const { number } = inline;
        const id = this.#referred.has(number) ? '' : ` id="codify.to-note-${number}"`;
        this.#referred.add(number);
        return `<sup><a href="#codify.note-${number}"${id} role="doc-noteref">${number}</a></sup>`;
      }
      case 'break':
        return '<br>';
    }
  }

  notes(notes: readonly (readonly ReportBlock[])[]): string {
    if (notes.length === 0) return '';
    const back = escaped(this.#words.back);
    const items = notes.map(
      (note, i) =>
        `<li id="codify.note-${i + 1}">${this.#item(note)} <a href="#codify.to-note-${i + 1}" role="doc-backlink" aria-label="${back}">↩</a></li>`,
    );
    return `<section role="doc-endnotes" aria-label="${escaped(this.#words.notes)}">\n<hr>\n<ol>\n${items.join('\n')}\n</ol>\n</section>`;
  }
}

/**
 * A report as one page of HTML that needs nothing beside it and runs nothing.
 * @param layout `sheet` for a page that is one wide table: its heads stay in sight, and it is printed across
 */
export function pageOf({ title, blocks, notes }: ReportDocument, setting: Setting, layout: 'text' | 'sheet' = 'text'): string {
  const words = WORDS[setting.language];
  const name = escaped(title ?? words.report);
  const writer = new PageWriter(setting, title !== undefined);
  const first = blocks.findIndex(({ kind }, i) => (kind === 'heading' && i > 0) || kind === 'contents');
  const head = title === undefined || first === -1 ? [] : blocks.slice(0, first);
  const rest = blocks.slice(head.length);
  const [heading, contents] = rest;
  const hasContents = heading?.kind === 'heading' && contents?.kind === 'contents';
  const top = title === undefined ? `<h1>${name}</h1>` : writer.blocks(head);
  const nav = hasContents
    ? `<nav aria-labelledby="${escaped(heading.anchors[0] ?? '')}">\n${writer.blocks([heading])}\n${writer.contents(contents)}\n</nav>\n`
    : '';
  const text = writer.blocks(hasContents ? rest.slice(2) : rest);
  const author = setting.author === undefined ? '' : `<meta name="author" content="${escaped(setting.author)}">\n`;
  return `<!doctype html>
<html lang="${setting.language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="generator" content="codify">
${author}<title>${name}</title>
<style>${STYLE}</style>
</head>
<body${layout === 'sheet' ? ' class="sheet"' : ''}>
<a class="skip" href="#${MAIN}">${escaped(words.skip)}</a>
${top === '' ? '' : `<header>\n${top}\n</header>\n`}${nav}<main id="${MAIN}">
${[text, writer.notes(notes)].filter((part) => part !== '').join('\n')}
</main>
</body>
</html>
`;
}
