import type { Rule } from './rule.ts';

export const cutByComment: Rule = {
  id: 'cut-by-comment',
  severity: 'warn',
  why: 'After a blank, # begins a comment in YAML: the rest of the term, pattern or sentence is gone without a word.',
  passing: "definition: 'Det, de kalder #dialog.'",
  failing: 'definition: Det, de kalder #dialog.',
  check(book) {
    return book.texts
      .filter(({ scalar }) => scalar.plain && /^\s+#[^\s#]/u.test(scalar.rest) && !/^\s+#\s*codify-ignore\b/.test(scalar.rest))
      .map(({ path, value, scalar }) => ({
        path,
        message: `YAML ends this at "${value}" and takes "${scalar.rest.trim()}" for a comment`,
        hint: 'put the whole in quotes; where it is a comment, write a blank after #',
      }));
  },
};
