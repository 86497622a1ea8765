import { writeReport, type Report } from '../../src/report/write.ts';
import type { Coding, Study } from '../../src/model.ts';
import { reportLanguages } from '../../src/report/languages/index.ts';
import { studyOf } from '../study-of.ts';

const BOOK = `
title: Havnebogen
language: da
roles:
  direktør: { article: en, plural: direktører, definite: direktørerne }
  chef: { article: en, plural: chefer, definite: cheferne }
  leder: { article: en, plural: ledere, definite: lederne }
  medarbejder: { article: en, plural: medarbejdere, definite: medarbejderne }
groups: { ledere på alle niveauer: [direktør, chef, leder] }
themes:
  - id: tid
    label: Mangel på tid
    kind: barriere
    noun: mangel på tid
    terms: [travlt]
    themes:
      - { id: kalender, label: Fyldte kalendere, noun: fyldte kalendere, terms: [kalender] }
      - { id: møder, label: Mange møder, noun: de mange møder, terms: [møder] }
  - { id: tillid, label: Tillid, kind: drivkraft, noun: tillid, terms: [tillid] }
  - { id: retning, label: En klar retning, kind: behov, noun: en klar retning, terms: [retning] }
  - { id: havn, label: Havnen, kind: eksempel, noun: arbejdet på havnen, terms: [havnen] }
  - { id: ro, label: Ro i huset, noun: ro i huset, terms: [stilhed] }
  - { id: grus, label: Grus, kind: behov, terms: [grus] }
`;

/** What is said of each theme; the word that bears it stands in one sentence. */
const SAID: Readonly<Record<string, string>> = {
  tid: 'Vi har så travlt hver eneste dag, at frokosten bliver spist stående ude i gangen ved kopimaskinen.',
  kalender: 'Min kalender er fyldt op, længe før ugen begynder, og så må de andre ting jo vente til bagefter.',
  møder: 'Der er møder fra morgen til aften, og halvdelen af dem kunne vi have klaret med en kort besked.',
  tillid: 'Der er tillid imellem os, og derfor tør man sige højt, når noget ikke går, som det skulle.',
  retning: 'Vi mangler en retning, som holder længere end til næste budget, og som alle faktisk kender.',
  havn: 'Nede på havnen byggede de broen selv, og det hele stod færdigt i Østmolen efter tre lange uger.',
  ro: 'Jeg ville gerne have en time med stilhed om formiddagen, så man kan tænke en tanke til ende.',
  grus: 'Der ligger grus i maskineriet, og det knaser hver gang nogen prøver at sætte det hele i gang.',
};

/** Two directors, three chiefs, four leaders and three employees; a person by her number, from 0. */
export const PEOPLE = 'direktør direktør chef chef chef leder leder leder leder medarbejder medarbejder medarbejder'.split(' ');

/** Who says what: themes, and the people who speak of each. */
export type Talk = Readonly<Record<string, readonly number[]>>;

/** How codings have been read: who, of what, with which verdict. */
export type Reading = (person: number, theme: string) => Pick<Coding, 'status' | 'stance'> | undefined;

const RIGHT = { status: 'accepted', stance: 'supports' } as const;
/** All is accepted, and supports its theme. */
export const supported: Reading = () => RIGHT;

/** A report of invented interviews, in which people say one sentence of each theme, read in some way. */
export async function reportOf(talk: Talk, reading: Reading = () => undefined, plan = ''): Promise<Report & { study: Study }> {
  const interviews = PEOPLE.map((role, person) => {
    const own = Object.keys(SAID).filter((theme) => talk[theme]?.includes(person));
    // Everyone speaks; no two say the same words.
    const turns = own.map((theme) => `I: Og?\n\nR${person} (${role}): Ja, det er mig nummer ${person}. ${SAID[theme]}`);
    return [`interview/${String(person).padStart(2, '0')}.md`, [`R${person} (${role}): Goddag.`, ...turns].join('\n\n')] as const;
  });
  const { study, codings } = await studyOf({
    'havn.yaml': BOOK,
    'codify.yaml': `codebook: havn.yaml\ntranscripts: [interview]\n${plan}`,
    ...Object.fromEntries(interviews),
  });
  const read = codings.map((coding): Coding => {
    const { theme, transcript, turn, participant, span, sentences, id, hits, score, origin } = coding;
    const verdict = reading(Number(/\d+/.exec(transcript.id)), theme.id) ?? { status: 'suggested', stance: undefined };
    return { theme, transcript, turn, participant, span, sentences, id, hits, score, origin, ...verdict };
  });
  return { ...writeReport(study, read), study };
}

/** The paragraphs of a part of a report that are codify's own sentences; a factor's name and the analyst's claims are left out. */
export function sentencesIn(text: string, claims: readonly string[] = []): string[] {
  const own = text
    .split('\n\n')
    .map((block) => claims.reduce((rest, claim) => rest.replace(claim, ''), block.replace(/^\*\*[^*]+\*\* ?/, '')).trim());
  return own.filter((block) => block !== '' && !/^(?:[#[”“|<-]|\*\*)/.test(block));
}

/** Does a sentence of the report follow one of these patterns? */
export function follows(sentence: string, patterns: readonly string[]): boolean {
  return patterns.some((pattern) => {
    const source = pattern.replace(/[.*+?^$()|[\]\\]/g, '\\$&').replace(/\{\w+\}/g, '.*?');
    return new RegExp(`^${source}[.:]$`, 'i').test(sentence);
  });
}

export const { sentences } = reportLanguages.da;
