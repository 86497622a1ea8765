import { describe, expect, it } from 'vitest';
import { p, run, word } from './formats/word.ts';
import { read, readFile } from './reading.ts';

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

describe('what stands in marks under a name', () => {
  it('is said by it, and not what stands around them', () => {
    expect(said('## Hvad lærte du?', 'Anna Holm, chef: ”At tie,” siger hun og ler. ”Og at ”høre efter”.”')).toEqual([
      'Interviewer | Hvad lærte du?',
      'Anna Holm | At tie',
      'Anna Holm | Og at ”høre efter”.',
    ]);
  });

  it('may go on over paragraphs', () => {
    expect(said('## Hvad lærte du?', 'Anna Holm: ”Man skal tie.', 'Og man skal vente,” siger hun.', 'Sådan er det.')).toEqual([
      'Interviewer | Hvad lærte du?',
      'Anna Holm | Man skal tie.',
      'Anna Holm | Og man skal vente',
      'Anna Holm | Sådan er det.',
    ]);
  });

  it('is a part of what she says, where that does not begin with it', () => {
    expect(said('## Hvad lærte du?', 'Anna Holm: Det, de kalder ”at tie”.', 'Og ikke mere.')).toEqual([
      'Interviewer | Hvad lærte du?',
      'Anna Holm | Det, de kalder ”at tie”.\n\nOg ikke mere.',
    ]);
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

  it('and the headings above it are those of the styles in a document', async () => {
    const styled = (style: string, text: string): string => `<w:p><w:pPr><w:pStyle w:val="${style}"/></w:pPr>${run(text)}</w:p>`;
    const body = [
      styled('Heading1', 'To om at tie'),
      p('Et magasin har spurgt.'),
      styled('Heading2', 'Hvad lærte du?'),
      p('Anna Holm, chef: ”At tie.”'),
      styled('ListBullet', 'Vent lidt'),
      styled('ListBullet', 'Lyt mere'),
      p('Bo Lind: ”At vente.”'),
    ];
    const [transcript] = await readFile(word(body.join('')), 'artikel.docx');
    expect(transcript!.turns.map(({ speaker, span }) => `${speaker} | ${transcript!.text.slice(span.start, span.end)}`)).toEqual([
      'Interviewer | Hvad lærte du?',
      'Anna Holm | At tie.',
      'Anna Holm | Vent lidt',
      'Anna Holm | Lyt mere',
      'Bo Lind | At vente.',
    ]);
  });

  it('is said by one whose long title stands behind her name, where her words stand in marks', () => {
    const transcript = read('## Hvad lærte du?\n\nBo Lind, direktør for teknik og havn i Sundmark, fra i år: ”At vente.”\n\nBo Lind: Ro.');
    expect(transcript.turns.map(({ speaker }) => speaker)).toEqual(['Interviewer', 'Bo Lind', 'Bo Lind']);
    expect(transcript.participants.get('Bo Lind')?.title).toBe('direktør for teknik og havn');
  });

  it('is told of, where what stands before the marks was taken for no name', () => {
    const { notes } = read('## Hvad lærte du?\n\nAnna Holm: ”Ro.”\n\nEn af de andre, der var med fra først af og til sidst: ”At vente.”');
    expect(notes).toEqual([
      'not taken for a speaker: "En af de andre, der var med fra først af og til sidst:" (line 5); if it is one, name it in front matter or participants.csv',
    ]);
  });
});
