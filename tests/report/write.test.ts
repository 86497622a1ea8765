import { describe, expect, it } from 'vitest';
import { writeReport, type Report } from '../../src/report/write.ts';
import { studyOf } from '../study-of.ts';

const INTERVIEWS = {
  'interview/a.md': 'I: Hvordan går det?\n\nR1 (centerchef): Vi har travlt hele ugen. Der er tillid i huset.',
  'interview/b.md': 'R2 (pædagog): Min nabo har travlt, men ham har jeg tillid til.',
};

async function report(codify?: string, files: Record<string, string> = {}): Promise<Report> {
  const plan = codify === undefined ? {} : { 'codify.yaml': `codebook: bog.yaml\ntranscripts: [interview]\n${codify}` };
  const { study, codings } = await studyOf({ ...INTERVIEWS, ...plan, ...files });
  return writeReport(study, codings);
}

describe('the draft report', () => {
  it('has its parts in the order of the model', async () => {
    const { text } = await report();
    const headings = [...text.matchAll(/^#{1,2} (.+)$/gm)].map((match) => match[1]);
    expect(headings).toEqual([
      '[Mangler: skriv titlen]',
      'Indhold',
      'Resumé: Hovedresultater og anbefalinger',
      'Indledning',
      'Metode',
      'Hovedresultater',
      'Anbefalinger',
      'Bilag: Overblik',
    ]);
    expect(text).toContain('**Arbejdsudkast – må ikke deles uden for projektgruppen**');
  });

  it('names a missing claim as a gap, where the results tell of the theme and in the summary, and lists the gaps', async () => {
    const { text, gaps } = await report();
    expect(text.match(/\[Mangler: skriv hovedresultatet\]/g)).toHaveLength(4);
    expect(gaps).toHaveLength(text.match(/\[Mangler:/g)!.length);
    expect(gaps.map(({ kind, chapter, of }) => [kind, chapter, of])).toEqual([
      ['title', 'Forside', undefined],
      ['finding', 'Resumé: Hovedresultater og anbefalinger', 'tid'],
      ['finding', 'Resumé: Hovedresultater og anbefalinger', 'tillid'],
      ['recommendations', 'Resumé: Hovedresultater og anbefalinger', undefined],
      ['purpose', 'Indledning', undefined],
      ['selection', 'Metode', undefined],
      ['finding', 'Hovedresultater', 'tid'],
      ['finding', 'Hovedresultater', 'tillid'],
      ['recommendations', 'Anbefalinger', undefined],
    ]);
  });

  it("prints the analyst's findings, title page and recommendations as she wrote them", async () => {
    const { text, gaps } = await report(`
title: Sammen
subtitle: Om tid
author: Projektgruppen
client: Kommunen
date: maj 2026
purpose: Kommunen vil vide mere.
selection: De er valgt ved lodtrækning.
findings: { tid: "Tiden er knap.", nabo: "Naboen tæller med.", tillid: { claim: Tillid er godt., lead-over: Næste afsnit er det sidste. } }
recommendations: [{ title: Køb et ur, text: Et stort et., basis: [tid, workshoppen] }, { title: Sov længe }]
`);
    expect(text).toContain('# Sammen\n\n*Om tid*\n\nUdarbejdet af Projektgruppen for Kommunen\n\nmaj 2026\n\n**Arbejdsudkast');
    expect(text).toContain('### Barriere: Mangel på tid\n\nTiden er knap.\n\n');
    expect(text).toContain('\n\n- Tillid til naboen\n\n**Tillid til naboen.** Naboen tæller med. ');
    expect(text).toMatch(
      /### Køb et ur\n\nEt stort et\.\n\n[^\n]*anbefaling[^\n]* afsnittet om mangel på tid samt forslag fra workshoppen\.\n/i,
    );
    expect(text).toContain('### Sov længe\n\n[Mangler: skriv, hvad anbefalingen bygger på]');
    expect(text).toContain('## Indledning\n\nKommunen vil vide mere.\n\n');
    expect(text).toContain('De er valgt ved lodtrækning.');
    expect(text).toContain('\n\nNæste afsnit er det sidste.\n<!-- codify end results/tillid -->');
    expect(gaps.map(({ kind, of }) => [kind, of])).toEqual([['basis', 'Sov længe']]);
  });

  it('opens with the claims and the recommendations in brief, without a count', async () => {
    const { parts } = await report(`
findings: { tid: "Tiden er knap.", nabo: "Naboen tæller med.", tillid: "Tillid er godt." }
recommendations: [{ title: Sov længe, basis: [tid] }, { title: Køb et ur, group: Straks, basis: [tid] }, { title: Hils, group: Straks, basis: [x] }]
`);
    const summary = parts.find(({ name }) => name === 'summary')!.text;
    expect(summary).toBe(`## Resumé: Hovedresultater og anbefalinger

**Barriere: Mangel på tid.** Tiden er knap.

**Tillid.** Tillid er godt.

- Naboen tæller med.

På den baggrund peger undersøgelsen på disse anbefalinger:

- Sov længe
- **Straks:** Køb et ur · Hils`);
  });

  it('puts recommendations of one group under its heading, in order of first mention, those without one first', async () => {
    const { text } = await report(`
recommendations:
  - { title: A, group: Straks, basis: [tid] }
  - { title: B, group: Siden, basis: [tid] }
  - { title: C, basis: [tid] }
  - { title: D, group: Straks, basis: [tid] }
`);
    const chapter = text.slice(text.indexOf('## Anbefalinger'), text.indexOf('## Bilag'));
    expect([...chapter.matchAll(/^#{3,4} .+$/gm)].map(String)).toEqual(['### C', '### Straks', '#### A', '#### D', '### Siden', '#### B']);
    expect(chapter).toContain('Anbefalingerne er samlet under to overskrifter: *Straks* og *Siden*.');
  });

  it('prints a claim for a theme under a factor', async () => {
    const { text } = await report('findings: { dyb: "Dybden tæller." }', {
      'bog.yaml': `title: B
language: da
roles: { chef: { article: en, plural: chefer, definite: cheferne } }
themes:
  - { id: a, label: A, themes: [{ id: b, label: B, terms: [travlt], themes: [{ id: dyb, label: Dyb }] }] }
`,
    });
    expect(text).toMatch(/\*\*B\.\*\*\n\n- \*\*Dyb\.\*\* Dybden tæller\.\n\n[^\n]+[:.]\n/);
  });

  it('follows the sections of the study and leaves out no theme', async () => {
    const { text } = await report('sections: [{ title: Ønsker, themes: [nabo, tillid] }]');
    const results = text.slice(text.indexOf('## Hovedresultater'));
    expect([...results.matchAll(/^#{3,4} (.+)$/gm)].map((match) => match[1])).toEqual([
      'Ønsker',
      'Tillid til naboen',
      'Tillid',
      'Barriere: Mangel på tid',
    ]);
  });

  it('prints quotes between ” and ” with the role in the singular and nothing else of the person', async () => {
    const { text } = await report();
    expect(text).toContain('”Vi har travlt hele ugen. Der er tillid i huset.” (chef)');
    expect(text).not.toMatch(/R1|centerchef|a\.md/);
  });

  it('prints at most as many quotes under a theme as the study says', async () => {
    expect((await report('report: { quotes: 0 }')).text).not.toContain('” (');
    expect((await report('report: { quotes: 1 }')).text).toContain('” (');
  });

  it('marks a quote that the interviewee wants to approve', async () => {
    const { text } = await report('participants: p.csv\n', { 'p.csv': 'transcript,speaker,consent\na,R1,godkendes\n' });
    expect(text).toContain('(chef) **[citatet skal godkendes]**');
    expect(text).toContain('Citater, som den interviewede har bedt om at godkende, er mærket.');
  });

  it('says in the method who was interviewed, what was counted, and that nothing is reviewed', async () => {
    const { text } = await report(
      'population: { chef: 22 }\nmaterials: [{ kind: workshop, participants: ca. 30, note: Fundene blev prøvet. }]\n',
    );
    expect(text).toContain('Datagrundlaget er to individuelle interview med i alt to personer: en chef og en medarbejder.');
    expect(text).toContain('Organisationen har 22 chefer.');
    expect(text).toContain('- Workshop (ca. 30 deltagere): Fundene blev prøvet.');
    expect(text).toContain('kodebogen *Lille bog* (version 1.0.0) med to temaer og et undertema');
    expect(text).toContain('De er endnu ikke gennemlæst.');
  });

  it('links its table of contents to its headings', async () => {
    const { text } = await report();
    expect(text).toContain('  - [Barriere: Mangel på tid](#barriere-mangel-på-tid)');
  });

  it('says of a theme that was not found that it may have been said in other words', async () => {
    const { text } = await report(undefined, { 'interview/a.md': 'R1 (chef): Nej.', 'interview/b.md': 'R2 (chef): Ja.' });
    expect(text).toContain('Kodebogens ord for mangel på tid er ikke fundet i interviewene. Det kan være sagt med andre ord.');
    expect(text).not.toMatch(/\b(?:ingen|kun)\b af de/);
  });

  it('agrees with the counts, and is the same every time', async () => {
    const first = await report();
    expect(first.text).toContain('| Tillid | 1 af 1 | 1 af 1 | 2 af 2 |');
    expect(first.text).toContain('| &emsp;Tillid til naboen | – | 1 af 1 | 1 af 2 |');
    expect((await report()).text).toBe(first.text);
  });
});
