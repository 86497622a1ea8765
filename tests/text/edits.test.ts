import { describe, expect, it } from 'vitest';
import { unfaithful } from '../../src/text/edits.ts';

const SAID = 'Altså, vi har jo, vi har sagt til dem, at de ikke må.';

describe('an edit', () => {
  it.each([
    'Vi har sagt til dem, at de ikke må.',
    'Vi har sagt til [lederne], at de ikke må.',
    'Vi har […] sagt [det] til dem.',
    'vi har sagt: »til dem!«',
  ])('may be %s', (edit) => expect(unfaithful(edit, SAID)).toBeUndefined());

  it.each([
    ['Vi har fortalt dem, at de ikke må.', 'fortalt'],
    ['Vi har til dem sagt det.', 'sagt'],
    ['Vi har sagt til [lederne, at de ikke må.', 'lederne'],
    ['Vi har sagt sagt til dem.', 'sagt'],
  ])('may not be %s', (edit, word) => expect(unfaithful(edit, SAID)).toEqual({ word }));

  it('leaves something of what was said', () => expect(unfaithful('[Vi har sagt nej.]', SAID)).toBe('empty'));
});
