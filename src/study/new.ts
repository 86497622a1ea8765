import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readText } from '../files/read.ts';
import type { NewFile } from '../files/write.ts';
import { STUDY_FILE } from './plan.ts';

function fromHouse(file: string, path: string): NewFile {
  return { path, text: readText(fileURLToPath(new URL(`../../${file}`, import.meta.url))).text };
}

/** A new codebook with its blanks marked, and beside it the schema that editors read. */
export function newCodebook(path: string): NewFile[] {
  return [
    fromHouse('templates/codebook.yaml', path),
    fromHouse('codebooks/codebook.schema.json', join(dirname(path), 'codebook.schema.json')),
  ];
}

/** What tells git how to join what people decide, in a folder for their decisions. */
export function newDecisions(folder: string): NewFile {
  return fromHouse('templates/decisions/gitattributes', join(folder, 'decisions', '.gitattributes'));
}

/** The files of a new study: what it is, its codebook, who takes part, where the interviews go, and how git joins what people decide. */
export function newStudy(folder: string): NewFile[] {
  return [
    fromHouse('templates/codify.yaml', join(folder, STUDY_FILE)),
    ...newCodebook(join(folder, 'codebook.yaml')),
    fromHouse('templates/participants.csv', join(folder, 'participants.csv')),
    fromHouse('templates/interview/README.md', join(folder, 'interview', 'README.md')),
    newDecisions(folder),
    fromHouse('codebooks/study.schema.json', join(folder, 'study.schema.json')),
  ];
}
