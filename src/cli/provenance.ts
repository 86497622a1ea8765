import { relative, sep } from 'node:path';
import { readText } from '../files/read.ts';
import { hash } from '../files/report-mark.ts';
import type { Study } from '../model.ts';
import type { Provenance } from '../report/evidence/facts.ts';
import { version } from './version.ts';

/** A file as the study names it: inside its folder the way to it, outside its name alone, as on every machine. */
function nameIn(folder: string, path: string, outside: string): string {
  const way = relative(folder, path).split(sep).join('/').normalize('NFC');
  return way.startsWith('../') || /^(?:\/|[A-Za-z]:)/.test(way) ? outside : way;
}

/** What a run was made of, for the team's file. */
export function provenanceOf({ folder, sources, transcripts }: Study, sentences: number): Provenance {
  return {
    version: version(),
    sources: sources.map((path) => ({
      name: nameIn(folder, path, path.split(/[\\/]/).at(-1)!.normalize('NFC')),
      hash: hash(readText(path).text),
    })),
    interviews: new Map(
      transcripts.map((transcript) => [transcript, { name: nameIn(folder, transcript.path, transcript.id), hash: hash(transcript.text) }]),
    ),
    sentences,
  };
}
