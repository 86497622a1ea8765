import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { escapeMarkdown, heading, link, tableOf } from '../../../src/report/evidence/markdown.ts';

describe('what people wrote, put into Markdown', () => {
  it.each([
    ['*vigtigt* og _helt_', '\\*vigtigt\\* og \\_helt\\_'],
    ['a|b', 'a\\|b'],
    ['[Mangler] <b> `x` ~y~ #1', '\\[Mangler\\] \\<b\\> \\`x\\` \\~y\\~ \\#1'],
    ['<!-- codify end front -->', '\\<!-- codify end front --\\>'],
    ['C:\\mappe & $5$ ^2 {x}', 'C:\\\\mappe \\& \\$5\\$ \\^2 \\{x\\}'],
    ['se https://a.dk/x_y, www.a.dk og a@b.dk', 'se https\\://a.dk/x\\_y, www\\.a.dk og a\\@b.dk'],
    ['  en\n\n  linje\t', 'en linje'],
    ['Øh, ja … (altså) – "klart"!', 'Øh, ja … (altså) – "klart"!'],
  ])('%j is written %j', (text, written) => expect(escapeMarkdown(text)).toBe(written));

  it('loses and adds nothing but backslashes, and leaves no mark without one', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...Array.from('ab æ\\*_`<>|[]{}#~^$&@:/.w!()-\n')) }), (text) => {
        const written = escapeMarkdown(text);
        expect(written.replace(/\\(.)/g, '$1')).toBe(text.replace(/\s+/g, ' ').trim());
        expect(written.replace(/\\./g, '')).not.toMatch(/[\\*_`<>|[\]{}#~^$&@]|:\/\//);
      }),
    );
  });

  it('makes headings, links and tables', () => {
    expect(heading(3, 'Tid', 'tema.tid')).toBe('### Tid <a id="tema.tid"></a>');
    expect(link('2 af 3', 'tema.tid')).toBe('[2 af 3](#tema.tid)');
    expect(tableOf(['A', 'B'], [['x', '1']], ['text', 'number'])).toBe('| A | B |\n|---|---:|\n| x | 1 |');
  });
});
