import type { Coding, Study } from '../../../src/model.ts';
import { studyOf } from '../../study-of.ts';

/** Three directors, four chiefs, six leaders and five employees: D1 … D3, C1 … C4, L1 … L6, M1 … M5. */
const TITLES = { D: 'direktør', C: 'chef', L: 'leder', M: 'medarbejder' } as const;
const NUMBERS = { D: 3, C: 4, L: 6, M: 5 } as const;

const BOOK = `
title: Bog
language: da
roles:
  direktør: { article: en, plural: direktører, definite: direktørerne, aliases: ["*direktør"] }
  chef: { article: en, plural: chefer, definite: cheferne, aliases: ["*chef"] }
  leder: { article: en, plural: ledere, definite: lederne, aliases: ["*leder"] }
  medarbejder: { article: en, plural: medarbejdere, definite: medarbejderne, aliases: [pædagog, "*konsulent"] }
groups:
  ledere på alle niveauer: [direktør, chef, leder]
themes:
  - id: frontfigurer
    label: Frontfigurer som en drivende kraft
    noun: frontfigurer
    terms: [ildsjæl]
    themes:
      - { id: mod, label: Mod og vedholdenhed, noun: mod og vedholdenhed, terms: [modig] }
  - { id: krydspres, label: Krydspres og mangel på tid, noun: krydspres, kind: barriere, terms: [travlt] }
  - { id: ledelse, label: "Ledelse, der støtter", noun: "en ledelse, der støtter", terms: [opbakning] }
  - { id: måling, label: Flere ledere måler, noun: måling, terms: [måler] }
`;

const TERMS = { frontfigurer: 'ildsjæl', mod: 'modig', krydspres: 'travlt', ledelse: 'opbakning', måling: 'måler' } as const;

export type Said = Readonly<Partial<Record<keyof typeof TERMS, string>>>;

/** Which people touch on what: "D1 C1-3 L1-6". */
function people(written = ''): Set<string> {
  return new Set(
    written
      .split(' ')
      .filter(Boolean)
      .flatMap((range) => {
        const [, role = '', from = '', to = from] = /^(\w)(\d)(?:-(\d))?$/.exec(range)!;
        return Array.from({ length: Number(to || from) - Number(from) + 1 }, (_, i) => `${role}${Number(from) + i}`);
      }),
  );
}

/** A study of 18 people in which these touch on these themes. @param plan more lines of codify.yaml */
export async function studyWhere(said: Said, plan = ''): Promise<{ study: Study; codings: readonly Coding[] }> {
  const interviews = Object.entries(NUMBERS).flatMap(([letter, number]) =>
    Array.from({ length: number }, (_, i): [string, string] => {
      const person = `${letter}${i + 1}`;
      const themes = Object.entries(TERMS).filter(([theme]) => people(said[theme as keyof Said]).has(person));
      const words = themes.map(([, term]) => `Her nævner jeg ${term} igen.`).join(`\n\nI: Og?\n\n${person}: `);
      return [`interview/${person}.md`, `I: Hej.\n\n${person} (${TITLES[letter as keyof typeof TITLES]}): ${words || 'Nej, tak.'}\n`];
    }),
  );
  const yaml = `codebook: bog.yaml\ntranscripts: [interview]\n${plan}`;
  return studyOf({ 'bog.yaml': BOOK, 'codify.yaml': yaml, ...Object.fromEntries(interviews) });
}
