import type { Codebook, Theme } from '../model.ts';
import { clip, wrap } from '../text/width.ts';
import type { Tone } from './lines.ts';
import type { ReviewWords } from './words.ts';

/** A line of the theme's card. */
export interface CardLine {
  readonly text: string;
  readonly tone: Tone;
}

/** A paragraph of so many lines at most, its last one ending in … where more was said. */
function cut(lines: readonly string[], most: number, width: number): string[] {
  if (lines.length <= most) return [...lines];
  const kept = lines.slice(0, most);
  return kept.map((line, i) => (i === most - 1 ? clip(`${line} …`, width).replace(/ ?…$/, ' …').slice(0, width) : line));
}

/** The theme's label, with those of the themes above it and the step it stands for: "Ledelse › Mandat · trin 2 Den inddragende". */
function titleOf({ label, path, cell }: Theme, { allThemes, scale }: Codebook, words: ReviewWords): string {
  const above = path.slice(0, -1).flatMap((id) => allThemes.find((one) => one.id === id)?.label ?? []);
  const at = scale && cell ? scale.levels.findIndex(({ id }) => id === cell.level) : -1;
  const step = at < 0 ? '' : ` · ${words.step} ${at + 1} ${scale!.levels[at]!.label}`;
  return `${[...above, label].join(' › ')}${step}`;
}

/**
 * What the codebook says of a theme, as much of it as there is room for: where there is too little, the longest
 * paragraph gives way first.
 * @param airy paragraphs are set apart, where there is room for that too
 * @param also what else is to be said of the place, a line
 */
export function cardOf(
  theme: Theme | undefined,
  codebook: Codebook,
  { width, height, airy }: { width: number; height: number; airy: boolean },
  words: ReviewWords,
  also: string | undefined,
): CardLine[] {
  const { definition = words.stretch, include, exclude } = theme ?? {};
  const said = [definition, include && `${words.include}: ${include}`, exclude && `${words.exclude}: ${exclude}`];
  const paragraphs: { lines: string[]; tone: Tone }[] = [
    { lines: wrap(theme ? titleOf(theme, codebook, words) : words.noTheme, width), tone: 'strong' },
    ...said.flatMap((text) => (text ? [{ lines: wrap(text.replace(/\s+/g, ' ').trim(), width), tone: 'plain' as const }] : [])),
    ...(also === undefined ? [] : [{ lines: wrap(also, width), tone: 'faint' as const }]),
  ];
  const room = paragraphs.map(({ lines }) => lines.length);
  for (let over = room.reduce((sum, one) => sum + one, 0) - height; over > 0; over -= 1) {
    const longest = room.lastIndexOf(Math.max(...room));
    room[longest]! -= 1;
  }
  const used = room.reduce((sum, one) => sum + one, 0);
  const gap: CardLine[] = airy && used + paragraphs.length <= height ? [{ text: ' ', tone: 'plain' }] : [];
  return paragraphs.flatMap(({ lines, tone }, i) => [
    ...(i > 0 && room[i]! > 0 ? gap : []),
    ...cut(lines, room[i]!, width).map((text) => ({ text, tone })),
  ]);
}
