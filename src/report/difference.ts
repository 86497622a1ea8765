import { createTwoFilesPatch, FILE_HEADERS_ONLY } from 'diff';

/** The lines that differ between two texts, as a unified diff; empty when they are the same. */
export function difference(before: string, after: string, names: { before: string; after: string }): string {
  if (before === after) return '';
  return createTwoFilesPatch(names.before, names.after, before, after, undefined, undefined, {
    context: 3,
    headerOptions: FILE_HEADERS_ONLY,
  });
}
