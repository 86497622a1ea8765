import { escapeMarkdown } from '../evidence/markdown.ts';
import { paragraphs } from '../sections/section.ts';
import type { Figure, FigureFacts } from './figure.ts';

/** How Markdown names the file of a picture, whatever signs are in the name of its folder. */
export function targetOf({ file }: Figure, folder: string): string {
  const path = `${folder}/${file}`.replaceAll('%', '%25');
  return /^[^\s<>()\\]+$/.test(path) ? path : `<${path.replace(/[<>\\]/g, '\\$&')}>`;
}

/** A picture and its caption. @param all the pictures it is one of, by which it is numbered */
export function figureMarkdown(figure: Figure, all: readonly Figure[], folder: string, { words }: Pick<FigureFacts, 'words'>): string {
  return paragraphs(
    `![${escapeMarkdown(figure.description)}](${targetOf(figure, folder)})`,
    `*${words.figures.numbered(all.indexOf(figure) + 1, figure.caption)}*`,
  );
}
