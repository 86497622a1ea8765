import { describe, expect, it } from 'vitest';
import { read } from './reading.ts';

const said = (...lines: string[]): string[] => {
  const { text, turns } = read(lines.join('\n\n'));
  return turns.map(({ speaker, span }) => `${speaker} | ${text.slice(span.start, span.end)}`);
};
const asked = (...lines: string[]): string[] => said(...lines).filter((turn) => turn.startsWith('Interviewer | '));

describe('questions as headings', () => {
  it('are an interviewer’s, and what stands under a name in marks is said by that name', () => {
    expect(said('## Hvad lærte du?', 'Anna Holm: ”At tie.”', 'Bo Lind: "At vente." ')).toEqual([
      'Interviewer | Hvad lærte du?',
      'Anna Holm | At tie.',
      'Bo Lind | At vente.',
    ]);
  });

  it('need no question mark where others of their depth have one and someone answers', () => {
    const lines = [
      '# Tre om at tie',
      'Et magasin.',
      '## Hvad lærte du?',
      'Anna Holm: Ro.',
      '## Fortæl om en bro',
      'Anna Holm: Den er lang.',
    ];
    expect(asked(...lines)).toEqual(['Interviewer | Hvad lærte du?', 'Interviewer | Fortæl om en bro']);
  });

  it('end what is said before: under a heading nobody answers, no one speaks', () => {
    const { turns, notes } = read('## Hvad lærte du?\n\nAnna Holm: Ro.\n\n## Om Anna\n\nHun er chef.');
    expect(turns.map(({ speaker }) => speaker)).toEqual(['Interviewer', 'Anna Holm']);
    expect(notes).toContain('1 line under a heading that is no question left out');
  });

  it('are none where someone asks by a label, nor where nobody answers by one', () => {
    expect(asked('## Hvad lærte I?', 'I: Og du?', 'R1: Ro.', '## Andet?', 'R1: Nej.')).toEqual([]);
    expect(asked('## Hvad lærte vi?', 'Vi lærte at tie.')).toEqual([]);
  });

  it('are headings without a question mark nowhere', () => {
    expect(asked('## Råd', 'R1: Ro.', '## Sager', 'R1: Broen.')).toEqual([]);
  });

  it('are lines of their own only right above a name and words in marks', () => {
    expect(asked('Hvad lærte du?', 'Anna Holm: ”At tie.”', 'Hvorfor nu det?', 'Det ved jeg ikke.', 'Bo Lind: ”At vente.”')).toHaveLength(1);
    expect(asked('Hvad lærte du?', 'Anna Holm: At tie.', 'Skal vi gå?', 'Bo Lind: Ja.', 'Anna Holm: Godt.')).toEqual([]);
  });
});

describe('a list under a name', () => {
  it('is said by it, each item a turn with a line of its own', () => {
    const { turns, text } = read('## Hvad lærte du?\n\nAnna Holm: ”At tie.”\n\n- Vent\n- Lyt,\n  og vent\n2. Skriv: ned\n\nBo Lind: Ro.');
    expect(turns.map(({ speaker, line, span }) => `${speaker} ${line}: ${text.slice(span.start, span.end).replace(/\s+/g, ' ')}`)).toEqual([
      'Interviewer 1: Hvad lærte du?',
      'Anna Holm 3: At tie.',
      'Anna Holm 5: Vent',
      'Anna Holm 6: Lyt, og vent',
      'Anna Holm 8: Skriv: ned',
      'Bo Lind 10: Ro.',
    ]);
  });

  it('stays as it is in an interview', () => {
    expect(said('I: Hvad mangler?', 'R1: Tre ting:\n- tid\n- ro')).toEqual(['I | Hvad mangler?', 'R1 | Tre ting:\n- tid\n- ro']);
  });
});
