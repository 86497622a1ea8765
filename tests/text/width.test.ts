import { describe, expect, it } from 'vitest';
import { clip, wrap } from '../../src/text/width.ts';

describe('a text in lines', () => {
  it('breaks between words', () => {
    expect(wrap('Vi har a\u030a her', 8)).toEqual(['Vi har a\u030a', 'her']);
    expect(wrap('uigennemsigtighed er det', 8)).toEqual(['uigennemsigtighed', 'er det']);
    expect(wrap('Vi har det', Infinity)).toEqual(['Vi har det']);
  });
});

describe('a text that is cut', () => {
  it('says so within the width', () => {
    expect(clip('a\u030aben dør', 6)).toBe('a\u030aben…');
    expect(clip('åben', 4)).toBe('åben');
  });
});
