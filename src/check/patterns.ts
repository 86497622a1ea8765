import type { Language, Pattern, WordPattern } from '../model.ts';
import { stem } from '../text/stem.ts';

function phraseKey(words: readonly WordPattern[], language: Language | undefined): string {
  return words.map(({ kind, text }) => `${kind}:${kind === 'stem' && language ? stem(text, language) : text}`).join(' ');
}

/**
 * What a pattern looks for, the same for all that look for the same.
 * @param language with it, words of one stem are the same; without it, only the same words are
 */
export function patternKey(pattern: Pattern, language?: Language): string {
  switch (pattern.kind) {
    case 'phrase':
      return phraseKey(pattern.words, language);
    case 'regex':
      return `regex ${pattern.source}`;
    case 'near':
    case 'all': {
      const items = pattern.items.map((item) => phraseKey(item, language)).sort();
      return `${pattern.kind} ${items.join(' + ')} ${pattern.kind === 'near' ? pattern.within : ''}`;
    }
  }
}

/** The one word a pattern looks for; undefined when it looks for more, or for something else. */
export function singleWord(pattern: Pattern): WordPattern | undefined {
  return pattern.kind === 'phrase' && pattern.words.length === 1 ? pattern.words[0] : undefined;
}

/** The words of which each must be found for the pattern to be. */
export function neededWords(pattern: Pattern): readonly WordPattern[] {
  if (pattern.kind === 'regex') return [];
  return pattern.kind === 'phrase' ? pattern.words : pattern.items.flat();
}
