import { basename, join } from 'node:path';
import { CodifyError } from '../../errors.ts';
import type { CommandDefinition, ExitStatus } from '../command.ts';
import type { Io } from '../io.ts';

async function run(io: Io, where: string): Promise<ExitStatus> {
  const { isTaken, writeNew } = await import('../../files/write.ts');
  const { newCodebook, newStudy } = await import('../../study/new.ts');
  const isCodebook = /\.ya?ml$/i.test(where);
  if (basename(where) === 'codify.yaml')
    throw new CodifyError('is the name of a study file', { place: { path: where }, hint: 'name the folder of the study, or a codebook' });
  const files = [];
  for (const file of isCodebook ? newCodebook(where) : newStudy(where)) {
    // A schema is codify's own; the one that is there serves as well.
    if (!file.path.endsWith('.schema.json') || !(await isTaken(file.path))) files.push(file);
  }
  await writeNew(files);
  for (const { path } of files) io.out(`${path}\n`);
  const codebook = isCodebook ? where : join(where, 'codebook.yaml');
  io.err(`codify: next: fill in what is marked [Udfyld: …] in ${codebook}; codify check ${codebook} tells what is left\n`);
  if (!isCodebook) io.err(`codify: then: put the interviews into ${join(where, 'interview')}, and run codify ${where}\n`);
  return 0;
}

export const init: CommandDefinition = {
  name: 'init',
  define(command, start) {
    command
      .description('make a new study, or a new codebook, in which every field is explained and the blanks are marked')
      .argument('[where]', 'the folder of the study, or a .yaml file for a codebook alone', '.');
    command.addHelpText('after', '\nWrites nothing where one of its files is there already.');
    command.action((where: string) => start((io) => run(io, where)));
  },
};
