import { join } from 'node:path';
import { loadCodebook } from '../../src/codebook/load.ts';
import { CodifyError, CodifyErrors } from '../../src/errors.ts';
import type { Codebook } from '../../src/model.ts';
import { folderWith } from '../files/folder.ts';

/** Loads a codebook with these contents. */
export async function load(contents: string | Uint8Array): Promise<Codebook> {
  return loadCodebook(join(await folderWith({ 'kodebog.yaml': contents }), 'kodebog.yaml'));
}

/** Everything that is wrong with a codebook, each as "line:column message (hint)", in the order it is reported. */
export async function faultsIn(contents: string | Uint8Array): Promise<string[]> {
  try {
    await load(contents);
    return [];
  } catch (error) {
    const errors = error instanceof CodifyErrors ? error.errors : [error];
    return errors.map((one) => {
      if (!(one instanceof CodifyError)) throw one;
      const { message, place, hint } = one;
      return `${place?.line ?? '-'}:${place?.column ?? '-'} ${message}${hint === undefined ? '' : ` (${hint})`}`;
    });
  }
}
