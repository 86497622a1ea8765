import { wordForms } from './words.ts';

// What stands for a sentence that is left out.
const CUT = /^\s*\[(?:…|\.\.\.)\]\s*$/;

/**
 * What keeps an edit from being a sentence with words left out and words put in between [ and ]: the first word it has
 * that is not said there, in that order; or that none is left, where it does not say so by being […]. Undefined when nothing
 * does.
 */
export function unfaithful(edit: string, said: string): { word: string } | 'empty' | undefined {
  const words = wordForms(said);
  const kept = wordForms(edit.replace(/\[[^[\]]*\]/g, ' '));
  let at = 0;
  for (const word of kept) {
    const found = words.indexOf(word, at);
    if (found < 0) return { word };
    at = found + 1;
  }
  return kept.length === 0 && !CUT.test(edit) ? 'empty' : undefined;
}
