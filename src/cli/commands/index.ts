import type { CommandDefinition } from '../command.ts';
import { check } from './check.ts';
import { comments } from './comments.ts';
import { count } from './count.ts';
import { diff } from './diff.ts';
import { explain } from './explain.ts';
import { init } from './init.ts';
import { job } from './job.ts';
import { quotes } from './quotes.ts';
import { read } from './read.ts';
import { report } from './report.ts';
import { tag } from './tag.ts';
import { verify } from './verify.ts';

export { job };

/** In the order of the help: from the new study to the report, then what serves the codebook. */
export const commands: readonly CommandDefinition[] = [init, read, tag, count, quotes, report, verify, comments, explain, check, diff];
