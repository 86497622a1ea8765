import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { codeTranscripts } from '../src/coding/code.ts';
import { decide } from '../src/coding/decisions/decide.ts';
import type { Coding, Study } from '../src/model.ts';
import { loadStudy } from '../src/study/load.ts';
import { ROOT } from './scenarios/run.ts';

export interface Sample {
  readonly study: Study;
  /** What the rules find. */
  readonly proposed: readonly Coding[];
  /** That, and what people have decided of it. */
  readonly codings: readonly Coding[];
}

/** The sample studies, by folder. */
export const SAMPLES: readonly string[] = readdirSync(join(ROOT, 'samples')).filter((name) =>
  existsSync(join(ROOT, 'samples', name, 'codify.yaml')),
);

async function readSample(name: string): Promise<Sample> {
  const study = await loadStudy({ paths: [join(ROOT, 'samples', name)], columns: {} });
  const coded = codeTranscripts(study.codebook, study.transcripts);
  return { study, proposed: coded.codings, codings: decide(coded, study).codings };
}

const read = new Map<string, Promise<Sample>>();

/** A sample study, read and coded as the commands do, once for all the test files of a worker. */
export function sample(name: string): Promise<Sample> {
  if (!read.has(name)) read.set(name, readSample(name));
  return read.get(name)!;
}
