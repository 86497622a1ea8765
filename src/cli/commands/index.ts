import type { CommandDefinition } from '../command.ts';
import { agree } from './agree.ts';
import { check } from './check.ts';
import { comments } from './comments.ts';
import { count } from './count.ts';
import { decisions } from './decisions.ts';
import { diff } from './diff.ts';
import { explain } from './explain.ts';
import { exportTables } from './export.ts';
import { importReport } from './import.ts';
import { init } from './init.ts';
import { job } from './job.ts';
import { matrix } from './matrix.ts';
import { quotes } from './quotes.ts';
import { read } from './read.ts';
import { report } from './report.ts';
import { review } from './review.ts';
import { tag } from './tag.ts';
import { verify } from './verify.ts';

export { job };

/** In the order of the help: from the new study to the report, then what serves the codebook. */
export const commands: readonly CommandDefinition[] = [
  init,
  read,
  tag,
  review,
  decisions,
  agree,
  count,
  quotes,
  matrix,
  report,
  verify,
  comments,
  exportTables,
  importReport,
  explain,
  check,
  diff,
];
