import { dirname, join, parse } from 'node:path';
import { decode } from '../files/decode.ts';
import { exists } from '../files/find.ts';
import { readBytes } from '../files/read.ts';
import { REPORT_MARK, seal, sealState } from '../files/report-mark.ts';
import { writeWhole } from '../files/write.ts';
import type { Study } from '../model.ts';
import { drawFigure } from '../report/figures/draw.ts';
import { targetOf } from '../report/figures/markdown.ts';
import { reportLanguages } from '../report/languages/index.ts';
import type { Report } from '../report/write.ts';
import type { Io } from './io.ts';
import type { OutputFlags } from './options.ts';

/** The folder of a file's pictures, beside it. */
export function figureFolder(path: string, { plan }: Pick<Study, 'plan'>): string {
  return reportLanguages[plan.report.language].figures.folder(parse(path).name);
}

/** Where the report is to have its pictures: a report that shows them goes on showing them until it is told otherwise. */
export async function figuresFor(path: string, study: Study, { figures, force = false }: OutputFlags): Promise<string | undefined> {
  const shows = async (): Promise<boolean> =>
    !force && (await exists(path)) && Buffer.from(readBytes(path)).includes(`${REPORT_MARK}part figures/`);
  return (figures ?? (await shows())) ? figureFolder(path, study) : undefined;
}

/** Draws the pictures that a file shows, beside it. One that somebody has changed is left as it is, and named. */
export async function saveFigures(path: string, text: string, { figures }: Report, study: Study, io: Io): Promise<void> {
  const folder = figureFolder(path, study);
  for (const figure of figures) {
    if (!text.includes(`](${targetOf(figure, folder)})`)) continue;
    const file = join(dirname(path), folder, figure.file);
    const isOurs = !(await exists(file)) || sealState('figure', decode(readBytes(file), file).text) === 'as written';
    if (isOurs) await writeWhole(file, seal('figure', await drawFigure(figure)));
    else io.err(`codify: ${file}: left as it is, as codify did not write it or it was changed by hand; delete it to have it drawn anew\n`);
  }
}

/** Says why a report with pictures has none of themes by role, where it has one of themes. */
export function printLackingFigure({ figures }: Report, io: Io): void {
  if (figures.some(({ name }) => name === 'roles') || !figures.some(({ name }) => name === 'themes')) return;
  io.err('codify: no picture of themes by role: all its numbers are of fewer than five people, or would tell such a number\n');
}
