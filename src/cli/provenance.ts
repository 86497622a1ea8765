import { relative, sep } from 'node:path';
import { decode } from '../files/decode.ts';
import { readBytes } from '../files/read.ts';
import { hash } from '../files/report-mark.ts';
import { isZip } from '../files/unzip.ts';
import type { Study } from '../model.ts';
import type { Provenance } from '../report/evidence/facts.ts';
import { version } from './version.ts';

const lastName = (path: string): string => path.split(/[\\/]/).at(-1)!.normalize('NFC');

/** A file as the study names it: inside its folder the way to it, outside its name alone, as on every machine. */
function nameIn(folder: string, path: string, outside: string): string {
  const way = relative(folder, path).split(sep).join('/').normalize('NFC');
  return way.startsWith('../') || /^(?:\/|[A-Za-z]:)/.test(way) ? outside : way;
}

/** The text of a file, or its bytes where it is a workbook. */
function contentOf(path: string): string | Uint8Array {
  const bytes = readBytes(path);
  return isZip(bytes) ? bytes : decode(bytes, path).text;
}

/** What a run was made of, for the team's file. */
export function provenanceOf({ folder, sources, transcripts, unread }: Study, sentences: number): Provenance {
  return {
    version: version(),
    sources: sources.map((path) => ({
      name: nameIn(folder, path, lastName(path)),
      hash: hash(contentOf(path)),
    })),
    interviews: new Map(
      transcripts.map((transcript) => [transcript, { name: nameIn(folder, transcript.path, transcript.id), hash: hash(transcript.text) }]),
    ),
    unread: unread.map(({ path, reason }) => ({ name: nameIn(folder, path, lastName(path)), reason })),
    sentences,
  };
}
