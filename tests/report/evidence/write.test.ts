import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { countCodings } from '../../../src/analysis/count.ts';
import { codeTranscripts } from '../../../src/coding/code.ts';
import { decide } from '../../../src/coding/decisions/decide.ts';
import { provenanceOf } from '../../../src/cli/provenance.ts';
import type { Coding, Study } from '../../../src/model.ts';
import { sealState } from '../../../src/files/report-mark.ts';
import { writeEvidence } from '../../../src/report/evidence/write.ts';
import { readParagraphs } from '../../../src/report/verify/paragraphs.ts';
import { verifyReport } from '../../../src/report/verify/verify.ts';
import { writeReport } from '../../../src/report/write.ts';
import { loadStudy } from '../../../src/study/load.ts';
import { ROOT } from '../../scenarios/run.ts';
import { sample as sampleStudy } from '../../samples.ts';
import { studyOf } from '../../study-of.ts';

interface Written {
  readonly study: Study;
  readonly codings: readonly Coding[];
  readonly text: string;
}

function write(study: Study, codings = decide(codeTranscripts(study.codebook, study.transcripts), study).codings): Written {
  const interviews = new Map(study.transcripts.map((transcript) => [transcript, { name: transcript.id, hash: '000000000000' }]));
  const provenance = { version: '1.2.3', sources: [], interviews, unread: [], sentences: 12 };
  const grounds = { provenance, agreement: undefined, figuresIn: 'belæg-figurer' };
  return { study, codings, text: writeEvidence(study, codings, writeReport(study, codings), grounds) };
}

const written = async (files: Readonly<Record<string, string>>): Promise<Written> => write((await studyOf(files)).study);

const SAMPLE = join(ROOT, 'samples/fra-myndighed-til-partner');
const sample = sampleStudy('fra-myndighed-til-partner').then(({ study, codings }) => write(study, codings));

const plain = (markdown: string): string => markdown.replace(/\*\*/g, '').replace(/\\(.)/g, '$1');

/** What stands from a heading with this anchor to the next of its depth or less. */
function under(text: string, anchor: string): string {
  const lines = text.split('\n');
  const at = lines.findIndex((line) => line.endsWith(`<a id="${anchor}"></a>`));
  expect(at, anchor).toBeGreaterThan(-1);
  const depth = /^#+/.exec(lines[at]!)![0].length;
  const end = lines.findIndex((line, i) => i > at && /^#+ /.test(line) && /^#+/.exec(line)![0].length <= depth);
  return lines.slice(at + 1, end === -1 ? undefined : end).join('\n');
}

/** The quotes in a stretch of the file: who, where, and the words. */
const entries = (text: string): { person: string; path: string; line: number; said: string }[] =>
  [...text.replace(/^\*\*.*\*\*\n\n(?:- .*\n?)*/gm, '').matchAll(/^- (.+?) · (.+?):(\d+)(?: · [^”]*)?: ”(.*)”$/gm)].map(
    ([, person, path, line, said]) => ({
      person: plain(person!),
      path: plain(path!),
      line: Number(line),
      said: plain(said!),
    }),
  );

const people = (text: string): number => new Set(entries(text).map(({ person }) => person)).size;

/** The links in the overview, cell by cell. */
const links = (text: string): { shown: string; anchor: string }[] =>
  [...under(text, 'del.overview').matchAll(/\[([^\]]+)\]\(#([^)]+)\)/g)].map(([, shown, anchor]) => ({ shown: shown!, anchor: anchor! }));

describe("the team's file on the sample study", () => {
  it('leads from every number of the overview to as many people, who are those the report counts', async () => {
    const { study, codings, text } = await sample;
    const numbers = links(text).filter(({ shown }) => /^\d/.test(shown));
    expect(numbers.length).toBeGreaterThan(100);
    for (const { shown, anchor } of numbers) expect(`${people(under(text, anchor))}`, anchor).toBe(shown.split(' ')[0]);
    const counted = countCodings(study, codings).rows.flatMap(({ cells, total }) => [...cells, total].filter((cell) => cell.people > 0));
    expect(numbers.map(({ shown }) => Number(shown.split(' ')[0]))).toEqual(counted.map((cell) => cell.people));
  });

  it('has every quote that is counted, each where its words begin', async () => {
    const { study, codings, text } = await sample;
    const all = entries(under(text, 'del.quotes'));
    const quotes = countCodings(study, codings).rows.reduce((sum, { total }) => sum + total.quotes, 0);
    expect(all).toHaveLength(quotes);
    const paths = new Map(study.transcripts.map(({ id, path }) => [id, path]));
    const wrong = all.filter(({ path, line, said }) => {
      const there = readFileSync(paths.get(path)!, 'utf8')
        .split('\n')
        .slice(line - 1)
        .join(' ')
        .replace(/\s+/g, ' ')
        .replaceAll('""', '"');
      const first = readFileSync(paths.get(path)!, 'utf8').split('\n')[line - 1]!;
      return !there.includes(said) || !first.includes(said.split(' ')[0]!);
    });
    expect(wrong).toEqual([]);
  });

  it('stands up to verify, quote by quote', async () => {
    const { study, text } = await sample;
    const { codebook, transcripts } = study;
    const quotes = text.slice(0, text.indexOf('<a id="del.codebook"></a>'));
    const checked = verifyReport(readParagraphs(quotes), transcripts, codebook.language, {
      meant: () => [],
      of: ({ role }) => role,
      labels: [],
    });
    expect(checked.length).toBeGreaterThan(300);
    expect(checked.filter(({ verdict }) => verdict !== 'found').map(({ quotation }) => quotation.text)).toEqual([]);
  });

  it('has anchors that are each there once, and links that all lead to one', async () => {
    const { text } = await sample;
    const anchors = [...text.matchAll(/<a id="([^"]+)"><\/a>/g)].map((match) => match[1]!);
    const targets = [...text.matchAll(/(?<!\\)\]\(#([^)]+)\)/g)].map((match) => match[1]!);
    expect(new Set(anchors).size).toBe(anchors.length);
    expect(targets.filter((target) => !anchors.includes(target))).toEqual([]);
    expect(anchors.filter((anchor) => /[\s"<>]/.test(anchor))).toEqual([]);
  });

  it('is the same every time, and marks as printed what the report prints', async () => {
    const first = await sample;
    const { choices } = writeReport(first.study, first.codings);
    expect(write(await loadStudy({ paths: [SAMPLE], columns: {} })).text).toBe(first.text);
    for (const { theme, chosen } of choices) {
      const marked = entries(under(first.text, `tema.${theme.id}`).replace(/^- (?!.* · i rapporten).*$/gm, ''));
      expect(marked, theme.id).toHaveLength(new Set(chosen.map(({ printed }) => printed.quote)).size);
    }
  });

  it('names its files as the study does, with the hash of their text', async () => {
    const { version, sources, interviews } = provenanceOf((await sample).study, 1);
    expect(version).toMatch(/^\d+\.\d+\.\d+/);
    expect(sources.map(({ name }) => name)).toEqual(['codify.yaml', 'fra-myndighed-til-partner.yaml', 'participants.csv']);
    expect([...interviews.values()].map(({ name }) => name)).toContain('interview/05.txt');
    expect([...interviews.values()].every(({ hash }) => /^[0-9a-f]{12}$/.test(hash))).toBe(true);
  });
});

const A = 'R1: Vi har *meget* travlt | i <huset>. Travlt, travlt!\n\nI: Og?\n\nR1: Der er tillid.';
const B = 'R2: Min nabo har jeg tillid til. Han har travlt.\n\nI: Ja.\n\nR2: Jeg sover.';

/** A decision of A_B on this sentence and the theme *tid*. */
function decision(text: string, transcript: string, exact: string, said: object): string {
  const start = text.indexOf(exact);
  const anchor = { exact, prefix: text.slice(0, start), suffix: text.slice(start + exact.length), start };
  return JSON.stringify({ id: exact, coder: 'A_B', transcript, theme: 'tid', anchor, ...said });
}

const DECIDED = {
  'codify.yaml': 'title: "Tid | *tillid*"\ncodebook: bog.yaml\ntranscripts: [interview]\nparticipants: p.csv\ncoders: [A_B, CD]\n',
  'p.csv': 'transcript,speaker,participant,role,consent\ninterview/a.md,R1,P_1*,chef,nej\ninterview/b.md,R2,P2,pædagog,godkendes\n',
  'interview/a.md': A,
  'interview/b.md': B,
  'decisions/A_B.jsonl': [
    decision(A, 'interview/a.md', 'Vi har *meget* travlt | i <huset>.', {
      verdict: 'accept',
      stance: 'qualifies',
      print: 'pin',
      memo: 'Se [1] & *her*',
    }),
    decision(A, 'interview/a.md', 'Travlt, travlt!', { verdict: 'reject', memo: 'Et *udråb*' }),
    decision(B, 'interview/b.md', 'Jeg sover.', { verdict: 'add' }),
  ].join('\n'),
};

describe("the team's file of a study with decisions", () => {
  it('tells of each quote who, where, what was decided, by which words, and what was noted', async () => {
    const { text } = await written(DECIDED);
    expect(under(text, 'tema.tid.1')).toContain(
      '- P\\_1\\* · interview/a.md:1 · **må ikke citeres**: ”Vi har \\*meget\\* **travlt** \\| i \\<huset\\>.”\n' +
        '  - accepteret, nuancerer, fastgjort · travlt · Notat: Se \\[1\\] \\& \\*her\\*',
    );
    expect(under(text, 'tema.tid.2')).toContain(
      '- P2 · interview/b.md:5 · i rapporten · **citatet skal godkendes**: ”Jeg sover.”\n  - accepteret, tilføjet af en person · uden termer',
    );
    expect(under(text, 'tema.tillid.2')).toContain(
      '”Min **nabo** har jeg tillid til.”\n  - *Tillid til naboen* · foreslået · nabo (nabo\\*)',
    );
  });

  it('lists what was rejected apart, at the end of its theme, and counts it nowhere', async () => {
    const { text } = await written(DECIDED);
    expect(under(text, 'tema.tid').trimEnd()).toMatch(
      /\*\*Forkastet: 1 kodning\*\*\n\n- P\\_1\\\* · interview\/a\.md:1: ”Travlt, travlt!” · Notat: Et \\\*udråb\\\*$/,
    );
    for (const { shown, anchor } of links(text).filter((one) => /^\d/.test(one.shown)))
      expect(`${people(under(text, anchor))}`).toBe(shown.split(' ')[0]);
  });

  it('gives account of files, options, proposals and decisions', async () => {
    const { text } = await written(DECIDED);
    expect(text).toContain('# Belæg: Tid \\| \\*tillid\\*\n');
    const account = under(text, 'del.account');
    expect(account).toContain('Skrevet af codify 1.2.3.');
    expect(account).toContain('- Kodebog: *Lille bog*, version 1.0.0');
    expect(account).toContain('Rangfølge, hvor kodere er uenige: A\\_B, CD');
    expect(account).toContain('De interviewede siger 12 sætninger. Der står 5 kodninger ved magt, som giver 5 citater');
    expect(account).toContain('Afgørelser: A\\_B 3.');
    expect(account).toContain('| [Mangel på tid](#tema.tid) | 3 | 1 | 1 | 1 | 1 | travlt (2) |');
    expect(account).toContain('| I alt | 5 | 1 | 1 | 3 | 1 |  |');
  });

  it('has the codebook in six parts, with a gap for what is not written', async () => {
    const { text } = await written({
      ...DECIDED,
      'bog.yaml': `title: B
language: da
roles: { chef: { article: en, plural: chefer, definite: cheferne } }
themes:
  - id: tid
    label: Mangel på tid
    kind: barriere
    definition: Når tiden _ikke_ slår til.
    include: Travlhed.
    terms: [travlt]
    examples: [Vi har travlt., De har travlt.]
  - { id: tillid, label: Tillid, terms: [tillid] }
`,
    });
    expect(under(text, 'kodebog.tid').trim()).toBe(
      [
        '- **Kode:** [tid](#tema.tid)',
        '- **Kort definition:** Mangel på tid (barriere)',
        '- **Fuld definition:** Når tiden \\_ikke\\_ slår til.',
        '- **Hvornår:** Travlhed.',
        '- **Hvornår ikke:** [Mangler: skriv i kodebogen: hvornår ikke]',
        '- **Eksempel:** ”Vi har travlt.” · ”De har travlt.”',
      ].join('\n'),
    );
  });

  it('has the 32 items of COREQ, each with an answer or a gap', async () => {
    const { text } = await written(DECIDED);
    const items = [...under(text, 'del.coreq').matchAll(/^- \*\*(\d+)\. (.+?)\.\*\* (.+)$/gm)];
    expect(items.map((match) => Number(match[1]))).toEqual(Array.from({ length: 32 }, (_, i) => i + 1));
    const said = new Map(items.map((match) => [Number(match[1]), match[3]!]));
    const answered = [...said].filter(([, text]) => !text.startsWith('[Mangler:')).map(([number]) => number);
    expect(answered).toEqual([9, 12, 16, 18, 21, 22, 24, 25, 26, 27, 29, 30, 31, 32]);
    expect(said.get(1)).toBe('[Mangler: skriv, hvem der gennemførte interviewene]');
    expect(said.get(12)).toBe('2 personer i 2 interview.');
    expect(said.get(18)).toBe('Ingen er registreret i mere end ét interview.');
    expect(said.get(22)).toMatch(/^Det sidste tema, der blev fundet for første gang, kom i interview 2 af 2 .+ \[Mangler: /);
    expect(said.get(24)).toBe('Én koder har taget stilling til reglernes forslag. Ingen dobbeltkodning.');
    expect(said.get(27)).toBe('codify 1.2.3.');
    expect(said.get(32)).toBe('1 af 1 undertema er fundet. 1 accepteret kodning nuancerer eller modsiger temaet.');
  });

  it('says how much of the words lies under a theme', async () => {
    const { text } = await written(DECIDED);
    const coverage = under(text, 'del.coverage');
    expect(coverage).toContain('- interview/a.md:1: 2 ord, ”Travlt, travlt!”');
    expect(coverage).toContain('| interview/a.md | 11 | 9 | 82 % |\n| interview/b.md | 11 | 11 | 100 % |\n| I alt | 22 | 20 | 91 % |');
  });

  it('is written in English too', async () => {
    const { text } = await written({ ...DECIDED, 'codify.yaml': `${DECIDED['codify.yaml']}report: { language: en }\n` });
    expect(text).toContain('# Evidence: Tid');
    expect(text).toContain('accepted, qualifies, pinned · travlt · Memo:');
    expect(text.match(/^- \*\*\d+\./gm)).toHaveLength(32);
    expect(text).not.toMatch(/interviewede|Mangler|kodning/);
  });

  it('knows its own file again, and whether anyone has changed it', async () => {
    const { text, study, codings } = await written(DECIDED);
    expect(sealState('evidence', text)).toBe('as written');
    expect(sealState('evidence', text.replace('travlt', 'roligt'))).toBe('edited');
    expect(sealState('evidence', writeReport(study, codings).text)).toBe('other');
    expect(sealState('evidence', 'Mine ord.')).toBe('other');
  });
});
