import type { GivenFile } from '../formats/format.ts';
import type { Parts } from './package.ts';

export async function dress(parts: Parts, _template: GivenFile): Promise<Parts> {
  return parts;
}
