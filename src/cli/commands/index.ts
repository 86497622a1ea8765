import type { CommandDefinition } from '../command.ts';
import { count } from './count.ts';
import { explain } from './explain.ts';
import { job } from './job.ts';
import { quotes } from './quotes.ts';
import { read } from './read.ts';
import { report } from './report.ts';
import { tag } from './tag.ts';
import { verify } from './verify.ts';

export { job };

/** In the order of the help: from the files to the report. */
export const commands: readonly CommandDefinition[] = [read, tag, count, quotes, report, verify, explain];
