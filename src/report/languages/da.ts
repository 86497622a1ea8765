import { capital, countRole, enumerate, groupDigits } from './grammar.ts';
import type { Lead, ReportLanguage, Scale, Who } from './language.ts';

const NUMBERS = ['nul', 'en', 'to', 'tre', 'fire', 'fem', 'seks', 'syv', 'otte', 'ni', 'ti', 'elleve', 'tolv'];

const number = (n: number): string => NUMBERS[n] ?? digits(n);
const neuter = (n: number): string => (n === 1 ? 'et' : number(n));
const digits = (n: number): string => groupDigits(n, '.');
const list = (items: readonly string[]): string => enumerate(items, 'og');

/** The words for a share of all interviewees; those after the first may stand in its place. */
function scale(total: number): Scale[] {
  const quarter = Math.ceil(total / 4);
  const half = Math.ceil(total / 2);
  const most = Math.ceil((total * 3) / 4);
  const range = (from: number, to: number): readonly [number, number] | undefined => (from <= to ? [from, to] : undefined);
  return [
    { words: ['en enkelt'], rule: 'én person', range: range(1, Math.min(1, total)) },
    { words: ['to'], rule: 'to personer', range: range(2, Math.min(2, total - 1)) },
    { words: ['nogle'], rule: 'tre personer til under 25 %', range: range(3, Math.min(quarter - 1, total - 1)) },
    {
      words: ['flere', 'en række', 'en del'],
      rule: '25 til under 50 %',
      range: range(Math.max(3, quarter), Math.min(half - 1, total - 1)),
    },
    { words: ['mange'], rule: '50 til under 75 %', range: range(Math.max(3, half), Math.min(most - 1, total - 1)) },
    { words: ['de fleste'], rule: '75 % til under alle', range: range(Math.max(3, most), total - 1) },
    { words: ['alle'], rule: 'alle', range: range(Math.max(2, total), total) },
  ];
}

function howMany({ people, of, role }: Who): string {
  if (role && people > 1) {
    const { role: name, of: all } = role;
    if (people === all) return all === 2 ? `begge de interviewede ${name.plural}` : `alle ${number(all)} interviewede ${name.plural}`;
    return `${number(people)} af de ${number(all)} interviewede ${name.plural}`;
  }
  if (people === of && of === 2) return 'begge de interviewede';
  const word = scale(of).find(({ range }) => range && range[0] <= people && people <= range[1])?.words[0] ?? number(people);
  return word === 'alle' ? 'alle de interviewede' : `${word} af de interviewede`;
}

/** A noun that ends in a clause of its own takes a comma before the sentence goes on. */
const closed = (noun: string): string => (/, (?:der|som|at|hvor|hvis|når|hvad|hvem) /.test(noun) ? `${noun},` : noun);

const openings: readonly Lead[] = [
  (who, noun) => `${capital(who)} kommer i interviewene ind på ${noun}.`,
  (who, noun) => `${capital(closed(noun))} er et emne, som ${who} berører.`,
  (who, noun) => `I interviewene falder talen på ${closed(noun)} hos ${who}.`,
  (who, noun) => `${capital(who)} er i løbet af interviewet inde på ${noun}.`,
  (who, noun) => `${capital(closed(noun))} bliver nævnt af ${who}.`,
];

const counted: readonly Lead[] = [
  (who, noun) => `${capital(who)} kommer ind på ${noun}:`,
  (who, noun) => `I interviewene nævner ${who} ${noun}:`,
  (who, noun) => `${capital(closed(noun))} kommer på tale hos ${who}:`,
  (who, noun) => `${capital(who)} taler om ${noun}:`,
  (who, noun) => `Undervejs er ${who} inde på ${noun}:`,
  (who, noun) => `${capital(who)} berører ${noun}:`,
];

const uncounted: readonly ((noun: string) => string)[] = [
  (noun) => `Om ${closed(noun)} lyder det:`,
  (noun) => `Talen falder også på ${noun}:`,
  (noun) => `Sådan kommer ${closed(noun)} på tale:`,
  (noun) => `I interviewene bliver ${closed(noun)} berørt:`,
  (noun) => `Også ${closed(noun)} bliver nævnt:`,
  (noun) => `Her er emnet ${noun}:`,
];

const single: readonly Lead[] = [
  (who, noun) => `${capital(who)} kommer ind på ${noun}:`,
  (who, noun) => `Hos ${who} falder talen på ${noun}:`,
  (who, noun) => `${capital(who)} nævner ${noun}:`,
  (who, noun) => `Om ${closed(noun)} siger ${who}:`,
];

/** Danish, in the manner of a consultant's report. */
export const da: ReportLanguage = {
  number,
  digits,
  list,
  capital,
  howMany,
  scale,
  onePerson: (role) => (role ? `${role.article} ${role.id}` : 'en af de interviewede'),
  peopleByRole: (counts) =>
    list(
      counts.map(({ role, people }) => {
        if (!role) return people === 1 ? 'en person uden oplyst stilling' : `${number(people)} personer uden oplyst stilling`;
        return countRole(people, role, role.article, number);
      }),
    ),
  roleName: (role) => role ?? 'uoplyst',
  quote: (text, role, toApprove) => `”${text}” (${role})${toApprove ? ' **[citatet skal godkendes]**' : ''}`,
  gap: (what) => `[Mangler: ${what}]`,
  barrier: (label) => `Barriere: ${label}`,
  nounOf: (label) => `emnet ”${label}”`,
  openings,
  counted,
  uncounted,
  single,
  followUps: ['Det kan lyde sådan:', 'Det bliver blandt andet sagt sådan:', 'Med de interviewedes egne ord:', 'Udsagnene kan lyde sådan:'],
  factorLists: [
    'Udsagnene samler sig om disse forhold:',
    'Det drejer sig om:',
    'I den forbindelse bliver disse forhold berørt:',
    'Udsagnene kan deles op sådan:',
  ],
  headings: {
    contents: 'Indhold',
    introduction: 'Indledning',
    method: 'Metode',
    data: 'Datagrundlag',
    coding: 'Kodning og optælling',
    limits: 'Hvad tallene ikke siger',
    quotes: 'Citater',
    unread: 'Interview, der ikke indgår',
    examples: 'Konkrete eksempler',
    results: 'Hovedresultater',
    recommendations: 'Anbefalinger',
    overview: 'Bilag: Overblik',
  },
  words: {
    draft: 'Arbejdsudkast – må ikke deles uden for projektgruppen',
    theme: 'Tema',
    total: 'I alt',
    of: 'af',
    unknownRole: 'uoplyst',
    word: 'Ord',
    people: 'Andel af de interviewede',
    here: 'Antal personer her',
    initiatives: 'Konkrete forløb, der er trukket frem:',
    notFound: '–',
    otherThemes: 'Øvrige temaer',
  },
  by: (author, client) =>
    author === undefined && client === undefined
      ? undefined
      : ['Udarbejdet', author && `af ${author}`, client && `for ${client}`].filter(Boolean).join(' '),
  introduction: ({ interviews, people, client, chapters }) =>
    `Udkastet bygger på ${neuter(interviews)} interview med ${people}${client === undefined ? '' : ` og er udarbejdet for ${client}`}. ` +
    `Efter denne indledning følger ${list(chapters.map((chapter) => `*${chapter}*`))}.`,
  data: ({ interviews, individual, people, byRole, words }) =>
    `Datagrundlaget er ${neuter(interviews)} ${individual ? (interviews === 1 ? 'individuelt ' : 'individuelle ') : ''}interview med ${people === 1 ? 'én person' : `i alt ${number(people)} personer`}: ${byRole}. ` +
    `De interviewedes udsagn fylder tilsammen ${digits(words)} ord.`,
  population: (counts) => `Organisationen har ${list(counts.map(({ role, people }) => countRole(people, role, role.article, number)))}.`,
  material: ({ kind, participants, note }) =>
    `${capital(kind)}${participants === undefined ? '' : ` (${participants} deltagere)`}${note === undefined ? '' : `: ${note}`}`,
  materialsLead: 'Desuden indgår følgende materiale, som ikke er talt med i antallet af personer:',
  coding: ({ title, version, themes, subthemes }) =>
    `Udsagnene er ordnet efter kodebogen *${title}*${version === undefined ? '' : ` (version ${version})`} med ${neuter(themes)} ${themes === 1 ? 'tema' : 'temaer'}` +
    `${subthemes === 0 ? '' : ` og ${neuter(subthemes)} ${subthemes === 1 ? 'undertema' : 'undertemaer'}`}. ` +
    'Kodebogen beskriver hvert tema og de ord og vendinger, det kan kendes på. En sætning er foreslået til et tema, når den rummer et af dem; ' +
    'nabosætninger om det samme er regnet som ét citat. Interviewerens ord er hverken kodet eller talt med. ' +
    'Der er talt personer og ikke udsagn: Den, der vender tilbage til et emne ti gange, tæller én gang.',
  reviewed: ({ codings, reviewed }) => {
    if (codings === 0) return 'Kodebogens ord har ikke givet forslag til kodninger i materialet.';
    const many = codings === 1 ? 'Der er foreslået én kodning.' : `Der er foreslået ${digits(codings)} kodninger.`;
    if (reviewed >= codings) return `${many} Alle er gennemlæst af en person.`;
    const share = reviewed === 0 ? 'De er endnu ikke gennemlæst.' : `${digits(reviewed)} af dem er gennemlæst af en person.`;
    return `${many} ${share} Hvor en kodning ikke er gennemlæst, siger udkastet kun, at emnet er berørt, ikke hvad de interviewede mener om det.`;
  },
  scaleLead: 'Mængdeordene i teksten følger af, hvor mange af de interviewede der berører et emne:',
  limits: [
    'Et fund viser, at nogen nævner en ting, ikke hvad vedkommende mener om den.',
    'At en person ikke er talt med under et tema, betyder ikke, at temaet er uden betydning for vedkommende. Det kan være sagt med ord, som kodebogen ikke kender, og alle er ikke blevet spurgt om alt.',
    'Tallene gælder de interviewede. De kan ikke regnes om til andele af alle ansatte.',
    'Hvor meget der bliver sagt om et tema, er ikke et mål for, hvor vigtigt det er.',
  ],
  quotesNote: (toApprove) =>
    'Citaterne gengives uden navn og kun med stillingsgruppe. Kolleger kan i enkelte tilfælde genkende en udtalelse. ' +
    'Det talte sprog er bevaret, og udeladelser er vist med […].' +
    (toApprove ? ' Citater, som den interviewede har bedt om at godkende, er mærket.' : ''),
  unread: (file) => `${file} kunne ikke læses.`,
  wordless: (file) => `I ${file} er der ikke fundet ord, som en interviewet siger.`,
  duplicate: (file, of) => `${file} er det samme interview som ${of} og er talt med én gang.`,
  notFound: (noun) => `Kodebogens ord for ${noun} er ikke fundet i interviewene. Det kan være sagt med andre ord.`,
  basis: (themes, sources) => {
    const sections = themes.length === 0 ? [] : [`${themes.length === 1 ? 'afsnittet' : 'afsnittene'} om ${list(themes)}`];
    return `Anbefalingen bygger på ${[...sections, ...(sources.length === 0 ? [] : [list(sources)])].join(' samt på ')}.`;
  },
  overviewNote:
    'Tabellen viser, hvor mange af de interviewede i hver stillingsgruppe der berører temaet mindst én gang. Et undertemas personer tæller med i temaets. ' +
    'En streg betyder, at kodebogens ord ikke er fundet.',
  gaps: {
    title: 'skriv titlen',
    purpose: 'skriv formålet med undersøgelsen, og hvem der har bedt om den',
    selection: 'skriv, hvordan de interviewede er udvalgt, og hvad interviewene handlede om',
    finding: 'skriv hovedresultatet',
    recommendations: 'skriv anbefalingerne',
    basis: 'skriv, hvad anbefalingen bygger på',
  },
};
