import { escapeMarkdown } from '../evidence/markdown.ts';
import { paragraphs } from '../sections/section.ts';
import type { Figure, FigureFacts } from './figure.ts';

/** Where a picture's file stands, seen from the report: folder and name. */
export const placeOf = ({ file }: Figure, folder: string): string => `${folder}/${file}`;

/** Where Markdown is to find a file, whatever signs are in its name. */
const target = (path: string): string => (/^[^\s<>()\\]+$/.test(path) ? path : `<${path.replace(/[<>\\]/g, '\\$&')}>`);

/** A picture and its caption. @param all the pictures it is one of, by which it is numbered */
export function figureMarkdown(figure: Figure, all: readonly Figure[], folder: string, { words }: Pick<FigureFacts, 'words'>): string {
  return paragraphs(
    `![${escapeMarkdown(figure.description)}](${target(placeOf(figure, folder))})`,
    `*${words.figures.numbered(all.indexOf(figure) + 1, figure.caption)}*`,
  );
}
