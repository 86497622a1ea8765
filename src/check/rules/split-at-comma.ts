import type { WrittenText } from '../book.ts';
import type { Rule } from './rule.ts';

const JOINING = /^(?:og|men|eller|and|but|or)\s/iu;
/** Does this look like the second half of something: a sentence going on in small letters, a phrase from its "but"? */
function isSecondHalf({ path, value }: WrittenText, before: WrittenText | undefined): boolean {
  const list = path.at(-2);
  const isNext = before !== undefined && before.path.slice(0, -1).join('\0') === path.slice(0, -1).join('\0');
  if (!isNext) return false;
  if (list === 'examples' || list === 'counterexamples') return /^\p{Ll}/u.test(value) && !/[.!?…:”"]$/u.test(before.value);
  return (list === 'terms' || list === 'weak' || list === 'unless') && JOINING.test(value);
}

export const splitAtComma: Rule = {
  id: 'split-at-comma',
  severity: 'warn',
  why: 'Between [ and ] every comma begins a new item: a sentence or a phrase with a comma in it falls in two.',
  passing: 'examples: ["Vi vil gerne, men vi har for travlt."]',
  failing: 'examples: [Vi vil gerne, men vi har for travlt.]',
  check(book) {
    return book.texts
      .filter((text, i) => text.scalar.plain && text.scalar.inBrackets && isSecondHalf(text, book.texts[i - 1]))
      .map(({ path, value }) => ({
        path,
        message: `"${value}" looks like the rest of what stands before the comma`,
        hint: 'put the whole in quotes',
      }));
  },
};
