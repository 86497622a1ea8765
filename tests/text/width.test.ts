import fastStringWidth from 'fast-string-width';
import { describe, expect, it } from 'vitest';
import { clip, columnsOf, wrap } from '../../src/text/width.ts';

it('a letter of the west is a column wide, as the library has it', () => {
  for (let code = 0x20; code < 0x250; code += 1) {
    const char = String.fromCharCode(code);
    // What nobody sees is the one thing they differ on.
    if (!/[\p{Cc}\p{Cf}]/u.test(char)) expect([code, columnsOf(`a${char}`)]).toEqual([code, fastStringWidth(`a${char}`)]);
  }
  expect(columnsOf('da\u00adgen')).toBe(5);
});

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
