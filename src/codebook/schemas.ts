import { readFile } from 'node:fs/promises';

/** The schemas that editors read are the ones the files are held against; they stand beside the codebooks. */
export async function readSchema(name: 'codebook' | 'study' | 'decision'): Promise<object> {
  const url = new URL(`../../codebooks/${name}.schema.json`, import.meta.url);
  return JSON.parse(await readFile(url, 'utf8')) as object;
}
