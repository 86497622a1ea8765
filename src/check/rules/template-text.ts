import type { Rule } from './rule.ts';

const KEYS: ReadonlySet<string | number | undefined> = new Set(['title', 'label', 'noun', 'definition', 'include', 'exclude']);
const MANUAL = 'what it is\\.?|when to use it\\.?|when not to(?:, and which theme instead)?\\.?';
const TEMPLATE = new RegExp(`^(?:[.…?_-]+|x{3,}|(?:todo|tbd|fixme|lorem ipsum)\\b.*|<[^<>]*>|\\[[^[\\]]*\\]|${MANUAL})$`, 'isu');

export const templateText: Rule = {
  id: 'template-text',
  severity: 'error',
  why: 'A blank that was never filled in ends up in the report as it stands.',
  passing: 'definition: At have for lidt tid.',
  failing: 'definition: TODO',
  check(book) {
    return book.texts
      .filter(({ value, path }) => KEYS.has(path.at(-1)) && TEMPLATE.test(value.trim()))
      .map(({ path, value }) => ({
        path,
        message: `"${value.trim()}" is left as in a template`,
        hint: 'write what is meant, or delete the key',
      }));
  },
};
