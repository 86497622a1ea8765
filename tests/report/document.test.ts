import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Inline, ReportBlock, ReportDocument } from '../../src/model.ts';
import { plainText, readDocument } from '../../src/report/document.ts';
import { readParagraphs } from '../../src/report/verify/paragraphs.ts';
import { writeReport } from '../../src/report/write.ts';
import { sample, SAMPLES } from '../samples.ts';

const wordsIn = (text: string): string[] => text.match(/[\p{L}\p{N}]+/gu) ?? [];

function inlineWords(inlines: readonly Inline[]): string[] {
  return wordsIn(plainText(inlines));
}

function blockWords(block: ReportBlock): string[] {
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
      return inlineWords(block.inlines);
    case 'quote':
      return block.blocks.flatMap(blockWords);
    case 'list':
      return block.items.flat().flatMap(blockWords);
    case 'contents':
      return block.entries.flatMap(({ inlines }) => inlineWords(inlines));
    case 'figure':
      return [...wordsIn(block.picture.alt), ...inlineWords(block.caption)];
    case 'table':
      return block.rows.flat().flatMap(inlineWords);
    case 'code':
      return wordsIn(block.text);
    case 'rule':
      return [];
  }
}

const words = ({ blocks, notes }: ReportDocument): string[] => [...blocks, ...notes.flat()].flatMap(blockWords);

const kinds = (markdown: string): string[] => readDocument(markdown).blocks.map(({ kind }) => kind);

describe.each(SAMPLES)('the report of %s as a document', async (name) => {
  const { study, codings } = await sample(name);
  const { text } = writeReport(study, codings);
  const document = readDocument(text);

  it('has every word of the Markdown, in order, and none of its comments', () => {
    const written = readParagraphs(text).flatMap((paragraph) => wordsIn(paragraph.text));
    expect(words(document)).toEqual(written);
    expect(written.length).toBeGreaterThan(500);
  });

  it('leads every line of the contents to a heading', () => {
    const anchors = new Set(document.blocks.flatMap((block) => (block.kind === 'heading' ? block.anchors : [])));
    const entries = document.blocks.flatMap((block) => (block.kind === 'contents' ? block.entries : []));
    expect(entries.length).toBeGreaterThan(10);
    expect(entries.map(({ target }) => target.slice(1)).filter((target) => !anchors.has(target))).toEqual([]);
  });

  it('knows every quotation', () => {
    const quotations = text.split('\n').filter((line) => line.startsWith('”') && /\([^()]+\)( \*\*\[[^\]]+\]\*\*)?$/.test(line));
    expect(document.blocks.filter(({ kind }) => kind === 'quote')).toHaveLength(quotations.length);
    expect(quotations.length).toBeGreaterThan(5);
  });

  it('says on which line each piece begins', () => {
    const lines = text.split('\n');
    for (const block of document.blocks) {
      if (block.kind !== 'heading') continue;
      expect(lines[block.line - 1]).toBe(`${'#'.repeat(block.depth)} ${plainText(block.inlines)}`);
    }
  });
});

describe('a report as a document', () => {
  it('keeps every word of any paragraphs, lists, tables and quotes', () => {
    const word = fc.stringMatching(/^[a-zæøå]{1,9}$/);
    const line = fc.array(word, { minLength: 1, maxLength: 6 }).map((all) => all.join(' '));
    const piece = fc.oneof(
      line,
      line.map((one) => `## ${one}`),
      line.map((one) => `- ${one}\n  - *${one}*`),
      line.map((one) => `> **${one}**\n> ${one}`),
      line.map((one) => `| ${one} | x |\n|---|--:|\n| ${one} | y |`),
      line.map((one) => `<div>\n${one} <b>${one}</b></div>`),
      line.map((one) => `![${one}](x.svg)\n\nFigur 1: ${one}`),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const markdown = pieces.map((one) => `<!-- codify end x -->\n\n${one}\n`).join('\n');
        const bare = pieces.join('\n').replace(/\(x\.svg\)|<[^>]*>/g, '');
        expect(words(readDocument(markdown))).toEqual(wordsIn(bare));
      }),
    );
  });

  it('drops comments wherever they stand, and no word beside them', () => {
    const { blocks } = readDocument(
      'Før <!-- skjult --> efter\n\n<!-- to\n\nlinjer --> bag\n\n<!-- codify part x -->\nunder\n<!-- codify end x -->\n',
    );
    expect(blocks.flatMap(blockWords)).toEqual(['Før', 'efter', 'bag', 'under']);
  });

  it('takes a quotation with who said it for a quote, and no sentence that has one in it', () => {
    expect(kinds('”Det går, sagde han: ”nu”, og gik.” (leder) **[citatet skal godkendes]**')).toEqual(['quote']);
    expect(kinds('> ”Det går.”\n>\n> (leder)')).toEqual(['quote']);
    expect(kinds('”Det går,” siger en, og en anden: ”Nej.” (leder)')).toEqual(['paragraph']);
    expect(kinds('Han sagde: ”Det går.” (leder)')).toEqual(['paragraph']);
  });

  it('takes a picture and the line "Figur 1: …" below it for one figure', () => {
    const [figure, after] = readDocument('![Søjler](rapport-figurer/temaer.svg)\n\n*Figur 1: Personer pr. tema*\n\nTekst').blocks;
    expect(figure).toMatchObject({ kind: 'figure', picture: { source: 'rapport-figurer/temaer.svg', alt: 'Søjler' } });
    expect(figure?.kind === 'figure' && plainText(figure.caption)).toBe('Figur 1: Personer pr. tema');
    expect(after?.kind).toBe('paragraph');
  });

  it('takes a list for the contents only where every line leads to a heading', () => {
    expect(kinds('- [A](#a)\n  - [B](#b)\n')).toEqual(['contents']);
    expect(kinds('- [A](#a)\n- [B](https://example.org)\n')).toEqual(['list']);
    expect(kinds('- [A](#a), se der\n')).toEqual(['list']);
  });

  it('leads links to headings and pictures by their names, however they are written', () => {
    const { blocks } = readDocument('[a](#%C3%A6ble) [b](#100%) [c](https://example.org/%C3%A6)\n\n![d](s%C3%B8jler.svg)\n');
    const [paragraph, figure] = blocks;
    const targets = paragraph?.kind === 'paragraph' ? paragraph.inlines.flatMap((one) => (one.kind === 'link' ? one.target : [])) : [];
    expect(targets).toEqual(['#æble', '#100%', 'https://example.org/%C3%A6']);
    expect(figure).toMatchObject({ picture: { source: 'søjler.svg' } });
  });

  it('numbers notes as they are referred to, and gives headings the anchors of GitHub', () => {
    const { blocks, notes, title } = readDocument(
      '# En *fin* titel\n\n## Åben?\n\n## Åben?\n\nOrd[^b] og ord[^a].\n\n[^a]: Første\n[^b]: Anden\n',
    );
    expect(title).toBe('En fin titel');
    expect(blocks.flatMap((block) => (block.kind === 'heading' ? block.anchors : []))).toEqual(['en-fin-titel', 'åben', 'åben-1']);
    expect(notes.map((note) => note.flatMap(blockWords))).toEqual([['Anden'], ['Første']]);
  });
});
