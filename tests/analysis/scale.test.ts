import { describe, expect, it } from 'vitest';
import { countCodings } from '../../src/analysis/count.ts';
import { countStep, rolesApart, scaleEvidence, stepAbove, weighPlacing, type DimensionEvidence } from '../../src/analysis/scale.ts';
import type { Coding, Column, Stance, Study } from '../../src/model.ts';
import { studyOf } from '../study-of.ts';

const BOOK = `title: Trin
language: da
roles:
  chef: { article: en, plural: chefer, definite: cheferne }
  leder: { article: en, plural: ledere, definite: lederne }
scale:
  levels: [{ id: lav, label: Lav }, { id: mellem, label: Mellem }, { id: høj, label: Høj }]
  dimensions: [{ id: ro, label: Ro }, { id: fart, label: Fart }]
themes:
  - { id: ro-lav, label: Larm, level: lav, dimension: ro, definition: Der larmes., terms: [larm] }
  - { id: ro-mellem, label: Snak, level: mellem, dimension: ro, definition: Der snakkes., terms: [snak] }
  - { id: ro-høj, label: Stilhed, level: høj, dimension: ro, definition: Der ties., terms: [stille] }
  - { id: fart-lav, label: Gang, level: lav, dimension: fart, definition: Der gås., terms: [går] }
  - { id: fart-høj, label: Løb, level: høj, dimension: fart, definition: Der løbes., terms: [løber] }
`;

/** What each says: her role, and one word for each thing said, with a mark for how a person has read it. */
type Said = readonly [role: string, ...words: string[]];

const STANCES: Readonly<Record<string, Stance>> = { '+': 'supports', '-': 'contradicts', '~': 'qualifies' };

/** "larm+" is accepted as supporting, "larm-" as contradicting, "larm!" is accepted with no stance, "larm" nobody has read. */
async function study(
  said: readonly Said[],
  placements = '',
): Promise<{ evidence: DimensionEvidence[]; columns: readonly Column[]; study: Study }> {
  const interviews = said.map(([role, ...words], i) => {
    const turns = words.map((word) => `P${i} (${role}): ${word.replace(/[-+~!]$/, '')}.\nI: Og så?\n`);
    return [`interview/${i}.md`, turns.join('')];
  });
  const { study: read, codings } = await studyOf({
    'bog.yaml': BOOK,
    'codify.yaml': `codebook: bog.yaml\ntranscripts: [interview]\n${placements}`,
    ...Object.fromEntries(interviews),
  });
  const marks = new Map<string, string>();
  for (const [i, [, ...words]] of said.entries())
    for (const [j, word] of words.entries()) marks.set(`interview/${i}.md ${2 * j}`, word.at(-1)!);
  const decided = codings.map((coding): Coding => {
    const mark = marks.get(`${coding.transcript.id} ${coding.turn}`)!;
    return /[-+~!]/.test(mark) ? { ...coding, status: 'accepted', stance: STANCES[mark] } : coding;
  });
  return { study: read, evidence: scaleEvidence(read.codebook, read.plan, decided), columns: countCodings(read, decided).columns };
}

const AT = (level: string, dimension = 'ro'): string => `placements: { ${dimension}: { level: ${level}, because: Derfor. } }\n`;

describe('the evidence on a scale', () => {
  it('stands by dimension and step, in the order of the scale, with what is empty', async () => {
    const { evidence } = await study([
      ['chef', 'larm', 'snak+', 'snak-', 'går!'],
      ['leder', 'snak+'],
    ]);
    expect(
      evidence.map(({ dimension, steps }) => [dimension.id, ...steps.map(({ theme, number }) => `${number} ${theme?.id ?? '·'}`)]),
    ).toEqual([
      ['ro', '1 ro-lav', '2 ro-mellem', '3 ro-høj'],
      ['fart', '1 fart-lav', '2 ·', '3 fart-høj'],
    ]);
    expect(evidence[0]!.steps.map((step) => countStep(step))).toEqual([
      { quotes: 1, people: 1, supporting: 0, contradicting: 0 },
      { quotes: 3, people: 2, supporting: 2, contradicting: 1 },
      { quotes: 0, people: 0, supporting: 0, contradicting: 0 },
    ]);
    expect(countStep(evidence[0]!.steps[1]!, ({ role }) => role === 'leder')).toMatchObject({ people: 1, supporting: 1, contradicting: 0 });
    expect(countStep(evidence[1]!.steps[1]!)).toMatchObject({ people: 0 });
    expect(evidence.map(weighPlacing)).toEqual([undefined, undefined]);
  });

  it('is none where the codebook has no scale', async () => {
    const { study: read, codings } = await studyOf({ 'interview/1.md': 'R1 (chef): Vi har travlt.\n' });
    expect(scaleEvidence(read.codebook, read.plan, codings)).toEqual([]);
  });

  it('is of people: what a document says supports nothing', async () => {
    const { study: read, codings } = await studyOf({
      'bog.yaml': BOOK,
      'codify.yaml': `codebook: bog.yaml\ntranscripts: [d.md]\n${AT('lav')}`,
      'd.md': '---\nform: dokument\nkind: strategi\nauthor: Direktionen\n---\nDer er larm.\n',
    });
    expect(codings.map(({ theme }) => theme.id)).toEqual(['ro-lav']);
    const accepted = codings.map((coding): Coding => ({ ...coding, status: 'accepted', stance: 'supports' }));
    expect(weighPlacing(scaleEvidence(read.codebook, read.plan, accepted)[0]!)?.doubt).toBe('no evidence');
  });
});

describe('a placing', () => {
  const doubts = async (said: readonly Said[], level: string, dimension?: string): Promise<readonly unknown[]> => {
    const { evidence } = await study(said, AT(level, dimension));
    const weighed = weighPlacing(evidence[dimension === 'fart' ? 1 : 0]!)!;
    return [weighed.supporting.size, weighed.heard.size, weighed.doubt];
  };

  it('rests on what is accepted as supporting it, and on nothing else', async () => {
    expect(await doubts([['chef', 'snak']], 'mellem')).toEqual([0, 0, 'no evidence']);
    expect(await doubts([['chef', 'snak!']], 'mellem')).toEqual([0, 0, 'no evidence']);
    expect(await doubts([['chef', 'snak~']], 'mellem')).toEqual([0, 0, 'no evidence']);
    expect(await doubts([['chef', 'snak-']], 'mellem')).toEqual([0, 1, 'no evidence']);
    expect(await doubts([['chef', 'snak+']], 'mellem')).toEqual([1, 1, undefined]);
    expect(await doubts([['chef', 'går+']], 'mellem', 'fart')).toEqual([0, 1, 'no evidence']);
  });

  it('goes against most of the evidence where fewer than half of those heard support it, above or below', async () => {
    const [one, two, three]: readonly Said[] = [
      ['chef', 'larm+'],
      ['chef', 'snak+'],
      ['chef', 'stille+'],
    ];
    expect(await doubts([one!, two!], 'lav')).toEqual([1, 2, undefined]);
    expect(await doubts([one!, two!, three!], 'mellem')).toEqual([1, 3, 'against most']);
    expect(await doubts([two!, ['leder', 'snak-'], ['leder', 'snak-']], 'mellem')).toEqual([1, 3, 'against most']);
    // Whoever supports it is for it, whatever else she says; and nothing is read into what lies between two steps.
    expect(await doubts([['chef', 'larm+', 'snak+', 'snak-'], three!], 'mellem')).toEqual([1, 2, undefined]);
    expect(await doubts([one!, one!, three!, three!], 'mellem')).toEqual([0, 4, 'no evidence']);
  });

  it('has the next step the scale describes above it, if there is one', async () => {
    const { evidence } = await study([['chef', 'snak']]);
    const [ro, fart] = evidence as [DimensionEvidence, DimensionEvidence];
    expect(stepAbove(ro, ro.steps[0]!)?.theme.id).toBe('ro-mellem');
    expect(stepAbove(fart, fart.steps[0]!)?.theme.id).toBe('fart-høj');
    expect(stepAbove(ro, ro.steps[2]!)).toBeUndefined();
  });
});

describe('roles that are apart', () => {
  const apart = async (...said: readonly Said[]): Promise<string | undefined> => {
    const { evidence, columns, study: read } = await study(said);
    const found = rolesApart(evidence[0]!, read.codebook.roles, columns);
    return found && `${found.first.role.id} ${found.first.step.level.id}, ${found.second.role.id} ${found.second.step.level.id}`;
  };

  it('have most of their people at different steps', async () => {
    expect(await apart(['chef', 'snak+'], ['chef', 'snak+'], ['leder', 'larm+'], ['leder', 'larm+'], ['leder', 'ro'])).toBe(
      'chef mellem, leder lav',
    );
  });

  it('are not where most of a role touch on both, are single, or have not been read', async () => {
    expect(await apart(['chef', 'snak+', 'larm'], ['chef', 'snak+', 'larm'], ['leder', 'larm+'], ['leder', 'larm+'])).toBeUndefined();
    expect(await apart(['chef', 'snak+'], ['leder', 'larm+'], ['leder', 'larm+'])).toBeUndefined();
    expect(await apart(['chef', 'snak+'], ['chef', 'snak+'], ['leder', 'larm'], ['leder', 'larm+'])).toBeUndefined();
    expect(
      await apart(['chef', 'snak+'], ['chef', 'snak+'], ['leder', 'larm+'], ['leder', 'larm+'], ['leder', 'x'], ['leder', 'x']),
    ).toBeUndefined();
  });
});
