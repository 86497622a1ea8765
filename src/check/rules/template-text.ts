import type { Rule } from './rule.ts';

const TEMPLATE =
  /^(?:[.…?_-]+|x{3,}|(?:todo|tbd|fixme|udfyldes|mangler|lorem ipsum)\b.*|<[^<>]*>|\[[^[\]]*\]|(?:skriv|write) her\b.*|what it is\.?|when to use it\.?|when not to(?:, and which theme instead)?\.?)$/isu;

export const templateText: Rule = {
  id: 'template-text',
  severity: 'error',
  why: 'A blank that was never filled in ends up in the report as it stands.',
  passing: 'definition: At have for lidt tid.',
  failing: 'definition: TODO',
  check(book) {
    return book.texts
      .filter(({ value, path }) => TEMPLATE.test(value.trim()) && path.at(-1) !== 'regex')
      .map(({ path, value }) => ({
        path,
        message: `"${value.trim()}" is left as in a template`,
        hint: 'write what is meant, or delete the key',
      }));
  },
};
