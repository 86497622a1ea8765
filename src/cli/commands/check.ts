import { CodifyError, CodifyErrors } from '../../errors.ts';
import type { Transcript } from '../../model.ts';
import type { CommandDefinition, ExitStatus } from '../command.ts';
import type { Io } from '../io.ts';
import { withFormat } from '../options.ts';

interface Flags {
  readonly format: string;
  readonly strict?: boolean;
  readonly rule: readonly string[];
  readonly with?: readonly string[];
}

/** The codebooks behind what the user gave: of a folder or pattern, the YAML files that are no study files. */
async function findCodebooks(given: readonly string[], missing: CodifyError[]): Promise<string[]> {
  const { findFiles } = await import('../../files/find.ts');
  const found = new Set<string>();
  for (const one of given) {
    try {
      const files = await findFiles([one], '.', false);
      const books = files.filter(({ named, path }) => named || /(?<!(?:^|[\\/])codify)\.ya?ml$/i.test(path));
      if (books.length === 0) throw new CodifyError('holds no codebook', { place: { path: one }, hint: 'a codebook is a .yaml file' });
      for (const { path } of books) found.add(path);
    } catch (error) {
      if (!(error instanceof CodifyError)) throw error;
      missing.push(error);
    }
  }
  return [...found];
}

async function run(io: Io, paths: readonly string[], flags: Flags, version: string): Promise<ExitStatus> {
  const { readCodebook } = await import('../../codebook/load.ts');
  const { checkCodebook } = await import('../../check/check.ts');
  const { levelsOf } = await import('../../check/levels.ts');
  const { formatters } = await import('../../check/formatters/index.ts');
  const { paint } = await import('../paint.ts');
  const levels = levelsOf(flags.rule);
  const unreadable: CodifyError[] = [];
  let status: ExitStatus = 0;
  const checked = [];
  for (const path of await findCodebooks(paths, unreadable)) {
    try {
      const reading = await readCodebook(path);
      let transcripts: readonly Transcript[] = [];
      if (flags.with && reading.faults.length > 0) io.err(`codify: ${path}: not tried on the interviews before its errors are mended\n`);
      else if (flags.with) {
        const { readStudy } = await import('../../study/load.ts');
        const { printNotices } = await import('../notices.ts');
        const study = await readStudy({ paths: flags.with, codebook: path });
        if (printNotices(study, io) !== 0) status = 1;
        ({ transcripts } = study);
      }
      checked.push(checkCodebook(path, reading, levels, transcripts));
    } catch (error) {
      if (error instanceof CodifyError) unreadable.push(error);
      else if (error instanceof CodifyErrors) unreadable.push(...error.errors);
      else throw error;
    }
  }
  if (checked.length > 0) io.out(formatters[flags.format]!(checked, { paint, version }));
  if (unreadable.length > 0) throw new CodifyErrors(unreadable);
  const counts = checked.flatMap((one) => one.problems).some(({ severity }) => flags.strict === true || severity === 'error');
  return counts ? 1 : status;
}

const append = (one: string, before: readonly string[]): string[] => [...before, one];

export const check: CommandDefinition = {
  name: 'check',
  define(command, start) {
    command.description('say what is wrong, vague or doubtful in a codebook, and whether it finds its own examples');
    command.argument('<codebook...>', 'codebooks: files, folders or patterns');
    withFormat(command, ['text', 'json', 'sarif', 'github', 'junit']);
    command.option('--strict', 'exit with 1 for warnings too');
    command.option('--rule <id=level>', 'take a rule as off, warn or error; may be given several times', append, []);
    command.option('--with <path...>', 'try the codebook on these interviews; stands last');
    command.addHelpText(
      'after',
      `
A comment silences one rule where it stands, or on the line below it:
  terms: [leder]  # codify-ignore term-in-two-themes: means both here

Exit status: 0 nothing wrong; 1 errors were found; 2 a codebook could not be read.
The rules are in codebooks/README.md.`,
    );
    command.action((paths: string[], flags: Flags) => start((io) => run(io, paths, flags, command.parent?.version() ?? '')));
  },
};
