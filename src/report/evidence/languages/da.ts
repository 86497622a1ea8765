import { enumerate, groupDigits } from '../../languages/grammar.ts';
import type { EvidenceLanguage } from './language.ts';

const digits = (n: number): string => groupDigits(n, '.');
const count = (n: number, one: string, many: string): string => `${digits(n)} ${n === 1 ? one : many}`;
const list = (items: readonly string[]): string => enumerate(items, 'og');

const LANGUAGES = { da: 'dansk', en: 'engelsk' } as const;

export const da: EvidenceLanguage = {
  title: (study) => `Belæg: ${study}`,
  notice:
    '**Kun for projektgruppen.** Filen viser, hvilke ord der står bag hvert tal i rapporten, og hvem der siger dem hvor. Den er personhenførbar og må ' +
    'ikke deles eller vedlægges rapporten. codify skriver den forfra ved hver kørsel.',
  headings: {
    account: 'Hvad filen er lavet af',
    overview: 'Overblik',
    quotes: 'Citater efter tema og stillingsgruppe',
    coverage: 'Dækning',
    codebook: 'Kodebog',
    coreq: 'COREQ: 32 oplysninger om undersøgelsen',
  },

  filesTitle: 'Filer',
  filesNote: (version) =>
    `Skrevet af codify ${version}. Ved hver fil står de første 12 tegn af SHA-256 af dens tekst (UTF-8 med LF): Er de nogle andre, er filen ændret.`,
  filesHead: ['Fil', 'SHA-256'],
  unreadLead: 'Kunne ikke læses og indgår ikke, med den grund, codify gav:',
  optionsTitle: 'Valg',
  codebookOption: ({ title, version }) => `Kodebog: *${title}*${version === undefined ? ' (uden versionsnummer)' : `, version ${version}`}`,
  languageOption: (study, report) => `Sprog: interviewene på ${LANGUAGES[study]}, rapporten på ${LANGUAGES[report]}`,
  quotesOption: (most) => `Citater pr. tema i rapporten: højst ${most}`,
  onlyAcceptedOption: 'Kun godtagne kodninger er talt med (`--only accepted`)',
  scaleOption: (scale) => `Mængdeord (antal personer): ${scale}`,
  codersOption: (coders) => `Rangfølge, hvor kodere er uenige: ${coders.join(', ')}`,
  taggingTitle: 'Kodningen i tal',
  tagging: ({ sentences, codings, quotes }) =>
    `De interviewede siger ${count(sentences, 'sætning', 'sætninger')}. Der står ${count(codings, 'kodning', 'kodninger')} ved magt, ` +
    `som giver ${count(quotes, 'citat', 'citater')} under kodebogens øverste temaer.`,
  coders: (coders) =>
    coders.length === 0
      ? 'Ingen person har endnu taget stilling til forslagene.'
      : `Afgørelser: ${list(coders.map(({ name, decisions }) => `${name} ${digits(decisions)}`))}.`,
  taggingNote:
    'En kodning er nabosætninger, der bærer samme tema, og som samme afgørelse gælder. Reglernes forslag er accepteret, forkastet eller uafgjort; ' +
    'tilføjet er de kodninger, reglerne ikke fandt. Undertemaers kodninger tælles for sig. De hyppigste ord er kodebogens termer med antal forekomster.',
  taggingHead: ['Tema', 'Forslag', 'Accepteret', 'Forkastet', 'Uafgjort', 'Tilføjet', 'Hyppigste ord'],

  overviewNote:
    'Antal interviewede i hver stillingsgruppe, som berører temaet mindst én gang. Undertemaers personer tæller med i temaets. Hvert tal fører til citaterne bag det. ' +
    'En streg betyder, at kodebogens ord ikke er fundet.',
  stepsNote:
    'Belægget på skalaen, forhold for forhold: hvor mange af de interviewede der berører hvert trin, og hvor mange hvis godtagne udsagn støtter eller modsiger det. ' +
    'Trinnet med fed er analytikerens placering. Et tomt felt er et trin, skalaen ikke siger noget om.',

  quotesNote:
    'Hvert citat står med person, sted (fil og linje) og eventuelt tid; derunder dets kodninger med status og de ord, de bygger på. Ordene står med fed i citatet. ' +
    'Et overordnet tema viser også sine undertemaers citater. Citaterne står, som de blev sagt, også hvor rapporten trykker dem forkortet.',
  amount: ({ people, of, quotes }) => `${digits(people)} af ${count(of, 'person', 'personer')}, ${count(quotes, 'citat', 'citater')}`,
  statuses: { suggested: 'foreslået', accepted: 'accepteret', rejected: 'forkastet' },
  stances: { supports: 'støtter', qualifies: 'nuancerer', contradicts: 'modsiger' },
  prints: { pin: 'fastgjort', ban: 'må ikke trykkes' },
  consents: { nej: 'må ikke citeres', godkendes: 'citatet skal godkendes' },
  byPerson: 'tilføjet af en person',
  inReport: 'i rapporten',
  weak: 'svag',
  withoutTerms: 'uden termer',
  memo: 'Notat',
  rejected: (n) => `Forkastet: ${count(n, 'kodning', 'kodninger')}`,

  matrix: {
    title: (study) => `Hvem siger hvad: ${study}`,
    notice:
      '**Kun for projektgruppen.** Matricen viser personerne én for én. Den er personhenførbar, også uden navne, og må ikke deles eller vedlægges rapporten.',
    note:
      'En række for hver person, ordnet efter stillingsgruppe, og en kolonne for hvert tema. I cellen står alle personens citater under temaet og dets undertemaer, ' +
      'hvert med sit sted (interview og linje). En streg betyder, at kodebogens ord ikke er fundet, ikke at personen ingen mening har.',
    documents: 'Dokumenter står sidst og tælles ikke som personer.',
    person: 'Person',
    alone: (theme) => `${theme}, uden undertema`,
  },

  coverageNote:
    'Hvor stor en del af de interviewedes ord der står i et citat under mindst ét tema. Resten er ikke nødvendigvis uden betydning: Det kan være svar på andet, eller noget, ' +
    'kodebogen ikke kender ord for.',
  coverageHead: ['Interview', 'Ord', 'Under et tema', 'Andel'],
  stretchesLead: 'De længste stræk af de interviewedes ord uden noget tema, fra det sted, hvor de begynder:',
  stretch: (words) => count(words, 'ord', 'ord'),
  silentLead: 'Interviewede uden noget citat under noget tema:',
  nobodySilent: 'Alle interviewede har mindst ét citat under et tema.',

  codebookNote:
    'Hvert tema i seks dele: kode, kort definition, fuld definition, hvornår den bruges, hvornår den ikke bruges, og eksempel. Termerne står i kodebogens fil.',
  codebookParts: {
    code: 'Kode',
    brief: 'Kort definition',
    full: 'Fuld definition',
    include: 'Hvornår',
    exclude: 'Hvornår ikke',
    example: 'Eksempel',
  },
  gapIn: (part) => `skriv i kodebogen: ${part.toLowerCase()}`,

  coreqNote:
    'De 32 oplysninger, som COREQ (Tong, Sainsbury og Craig 2007) beder om i en rapport om interview, her i kort form. Det, studiets filer kan svare på, er besvaret; ' +
    'resten ved kun den, der har lavet undersøgelsen.',
  coreqParts: [
    {
      title: 'Interviewerne',
      items: [
        { item: 'Hvem interviewede', gap: 'skriv, hvem der gennemførte interviewene' },
        { item: 'Uddannelse', gap: 'skriv, hvilken uddannelse interviewerne har' },
        { item: 'Stilling', gap: 'skriv, hvilken stilling interviewerne havde imens' },
        { item: 'Køn', gap: 'skriv interviewernes køn' },
        { item: 'Erfaring', gap: 'skriv, hvilken erfaring eller oplæring de havde' },
        { item: 'Kendskab på forhånd', gap: 'skriv, om interviewer og deltager kendte hinanden' },
        { item: 'Hvad deltagerne vidste', gap: 'skriv, hvad deltagerne vidste om intervieweren og formålet' },
        { item: 'Interviewerens ståsted', gap: 'skriv om interesser og forforståelse, der kan have præget samtalen' },
      ],
    },
    {
      title: 'Undersøgelsens opbygning',
      items: [
        { item: 'Metode' },
        { item: 'Udvælgelse', gap: 'skriv, hvordan deltagerne blev valgt' },
        { item: 'Henvendelse', gap: 'skriv, hvordan deltagerne blev spurgt' },
        { item: 'Antal deltagere' },
        { item: 'Frafald', gap: 'skriv, hvor mange der sagde nej eller faldt fra, og hvorfor' },
        { item: 'Sted', gap: 'skriv, hvor interviewene foregik' },
        { item: 'Andre til stede', gap: 'skriv, om andre var til stede' },
        { item: 'Deltagerne' },
        { item: 'Interviewguide', gap: 'skriv, om der var en guide, og om den var prøvet af' },
        { item: 'Gentagne interview' },
        { item: 'Optagelse', gap: 'skriv, om der blev optaget lyd eller billede' },
        { item: 'Feltnoter', gap: 'skriv, om der blev taget noter under eller efter interviewene' },
        { item: 'Varighed', gap: 'skriv, hvor længe interviewene varede' },
        { item: 'Mætning', gap: 'skriv, om og hvordan mætning blev vurderet' },
        { item: 'Udskrifter retur', gap: 'skriv, om deltagerne har fået udskrifterne at se' },
      ],
    },
    {
      title: 'Analyse og fund',
      items: [
        { item: 'Antal kodere' },
        { item: 'Kodetræ' },
        { item: 'Temaernes oprindelse', gap: 'skriv, om temaerne er givet på forhånd eller udledt af interviewene' },
        { item: 'Software' },
        { item: 'Deltagernes syn på fundene', gap: 'skriv, om deltagerne har set og kommenteret fundene' },
        { item: 'Citater' },
        { item: 'Sammenhæng mellem data og fund' },
        { item: 'Overordnede temaer' },
        { item: 'Undertemaer og afvigende udsagn' },
      ],
    },
  ],
  coreqAnswers: {
    method: 'Kodebogsbaseret tematisk analyse med optælling af personer; ikke refleksiv tematisk analyse.',
    sample: (people, interviews) => `${count(people, 'person', 'personer')} i ${count(interviews, 'interview', 'interview')}.`,
    roles: (byRole, population) =>
      `Efter stillingsgruppe: ${byRole}.${population.length === 0 ? '' : ` I organisationen er der: ${population.join(', ')}.`}`,
    repeats: (people) =>
      people === 0
        ? 'Ingen er registreret i mere end ét interview.'
        : `${count(people, 'person er', 'personer er')} registreret i mere end ét interview.`,
    length: (words, shortest, longest) => `De interviewede siger i alt ${words} ord, fra ${shortest} til ${longest} pr. interview.`,
    saturation: (last, interviews) =>
      last === 0
        ? 'Kodebogens temaer er ikke fundet.'
        : `Det sidste tema, der blev fundet for første gang, kom i interview ${last} af ${interviews} i filernes rækkefølge. ` +
          'Da kodebogen var givet, siger det kun, hvornår den var brugt op.',
    coders: (coders) =>
      coders === 0
        ? 'Ingen: Kodebogens regler har foreslået kodningerne, og ingen person har taget stilling til dem.'
        : coders === 1
          ? 'Én koder har taget stilling til reglernes forslag. Ingen dobbeltkodning.'
          : `${digits(coders)} kodere har taget stilling til reglernes forslag.`,
    tree: (themes, subthemes, codebook) =>
      `${count(themes, 'tema', 'temaer')} og ${count(subthemes, 'undertema', 'undertemaer')}, beskrevet under ${codebook}.`,
    derivation: (codebook) => `Kodningerne følger kodebogen ${codebook}.`,
    software: (version) => `codify ${version}.`,
    quotations: (printed, quotes) =>
      `Rapporten trykker ${count(printed, 'citat', 'citater')}, kun med stillingsgruppe. Alle citater med person og sted står under ${quotes}.`,
    consistency: (claims, themes, reviewed, codings) =>
      `${digits(claims)} af de ${digits(themes)} øverste temaer, der er fundet, har en konklusion i studiets fil. ` +
      `${digits(reviewed)} af ${count(codings, 'kodning er', 'kodninger er')} gennemlæst af en person.`,
    major: (found, themes) => `${digits(found)} af ${count(themes, 'øverste tema', 'øverste temaer')} er fundet i interviewene.`,
    minor: (found, subthemes, otherwise) =>
      `${digits(found)} af ${count(subthemes, 'undertema', 'undertemaer')} er fundet. ` +
      (otherwise === 0
        ? 'Ingen kodning er mærket som nuancerende eller modsigende.'
        : `${count(otherwise, 'accepteret kodning', 'accepterede kodninger')} nuancerer eller modsiger temaet.`),
  },
};
