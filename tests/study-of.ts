import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { codeTranscripts } from '../src/coding/code.ts';
import type { Coding, Study } from '../src/model.ts';
import { loadStudy } from '../src/study/load.ts';
import { writeInto } from './scenarios/run.ts';

/** A codebook of two themes, one with a sub-theme, in the roles of a municipality. */
const SMALL_BOOK = `
title: Lille bog
version: 1.0.0
language: da
roles:
  direktør: { article: en, plural: direktører, definite: direktørerne }
  chef: { article: en, plural: chefer, definite: cheferne, aliases: ["*chef"] }
  medarbejder: { article: en, plural: medarbejdere, definite: medarbejderne, aliases: [pædagog] }
themes:
  - id: tid
    label: Mangel på tid
    kind: barriere
    noun: mangel på tid
    terms: [travlt]
  - id: tillid
    label: Tillid
    noun: tillid
    terms: ["*tillid*"]
    themes:
      - { id: nabo, label: Tillid til naboen, noun: tillid til naboen, terms: [nabo*] }
`;

/** A study made of files, read and coded as the commands do. */
export async function studyOf(
  files: Readonly<Record<string, string>>,
  paths?: readonly string[],
): Promise<{ study: Study; codings: readonly Coding[] }> {
  const folder = mkdtempSync(join(tmpdir(), 'codify-study-'));
  try {
    for (const [name, text] of Object.entries({ 'bog.yaml': SMALL_BOOK, ...files })) writeInto(folder, name, text);
    const given = paths ?? ('codify.yaml' in files ? [] : ['interview']);
    const study = await loadStudy({
      paths: given.length === 0 ? [folder] : given.map((path) => join(folder, path)),
      codebook: 'codify.yaml' in files ? undefined : join(folder, 'bog.yaml'),
      columns: {},
    });
    return { study, codings: codeTranscripts(study.codebook, study.transcripts).codings };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
