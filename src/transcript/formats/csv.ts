import { basename } from 'node:path';
import { CodifyError } from '../../errors.ts';
import { decode } from '../../files/decode.ts';
import { parseRows, parseTable } from '../../files/table.ts';
import { legendNames, readLegend, type Legend, type LegendParts } from '../legend.ts';
import type { Format, Source } from './format.ts';
import { readTable } from './rows.ts';

/** What the files beside a SurveyXact dataset tell of it. */
function legendOf({ path, beside, columns }: Source): Legend {
  const parts: LegendParts = {};
  for (const { part, name } of legendNames(basename(path))) {
    const bytes = beside(name);
    if (!bytes) continue;
    try {
      parts[part] = { name, rows: parseRows(decode(bytes, name).text, name).rows };
    } catch (error) {
      if (!(error instanceof CodifyError)) throw error;
      throw new CodifyError(`needs ${name} beside it, which ${error.message}`, { place: { path }, hint: error.hint });
    }
  }
  return readLegend(parts, columns.labels);
}

/** Tables of values divided by semicolons, commas or tabs. */
export const csv: Format = {
  name: 'csv',
  endings: ['.csv', '.tsv'],
  table: ({ decoded, path }) => parseTable(decoded.text, path),
  read: (source) => readTable(source, parseTable(source.decoded.text, source.path), legendOf(source)),
};
