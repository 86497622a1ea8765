import { capital, closed, countRole, enumerate, groupDigits } from './grammar.ts';
import { daSentences } from './da-sentences.ts';
import type { ReportLanguage, Scale, Sources, Who } from './language.ts';

const NUMBERS = ['nul', 'en', 'to', 'tre', 'fire', 'fem', 'seks', 'syv', 'otte', 'ni', 'ti', 'elleve', 'tolv'];

const number = (n: number): string => NUMBERS[n] ?? digits(n);
const neuter = (n: number): string => (n === 1 ? 'et' : number(n));

/** "tolv individuelle interview og tre artikler". */
function spokenIn({ interviews, articles }: Sources, individual = false): string {
  const kind = individual ? (interviews === 1 ? 'individuelt ' : 'individuelle ') : '';
  return list([
    ...(interviews === 0 ? [] : [`${neuter(interviews)} ${kind}interview`]),
    ...(articles === 0 ? [] : [articles === 1 ? 'én artikel' : `${number(articles)} artikler`]),
  ]);
}

/** What follows: with whom people spoke, or whom the articles quote. */
const peopleIn = ({ interviews }: Sources, people: string): string => (interviews === 0 ? `, der citerer ${people}` : ` med ${people}`);

/** "to dokumenter (debatindlæg og strategi)". */
function documentsIn({ documents }: Sources): string {
  return `${neuter(documents.length)} ${documents.length === 1 ? 'dokument' : 'dokumenter'} (${list([...new Set(documents)])})`;
}

/** Whose words count for nothing. */
function uncodedIn({ interviews, articles }: Sources): string {
  if (articles === 0) return interviews === 0 ? '' : 'Interviewerens ord er hverken kodet eller talt med. ';
  const own = articles === 1 ? 'artiklens egne' : 'artiklernes egne';
  return `${interviews === 0 ? capital(own) : `Interviewerens og ${own}`} ord er hverken kodet eller talt med. `;
}
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

/** The ways to say how many, the plainest first. */
function waysToSay({ people, of, role, group }: Who): string[] {
  const among = role ? { name: role.role.plural, of: role.of } : group;
  if (among && people > 1) {
    if (people < among.of) return [`${number(people)} af de ${number(among.of)} interviewede ${among.name}`];
    return [
      among.of === 2
        ? `begge de interviewede ${among.name}`
        : `${role ? 'alle' : 'samtlige'} ${number(among.of)} interviewede ${among.name}`,
    ];
  }
  if (people === of && of === 2) return ['begge de interviewede'];
  const words = scale(of).find(({ range }) => range && range[0] <= people && people <= range[1])?.words ?? [number(people)];
  return words.flatMap((word) => {
    if (word === 'alle') return ['alle de interviewede', 'samtlige interviewede'];
    return [`${word} af de interviewede`, ...(['nogle', 'flere', 'mange', 'de fleste'].includes(word) ? [word] : [])];
  });
}

const HIDDEN_NOTE = 'En prik skjuler et tal på en til fire personer; hvor tallet alligevel kunne regnes ud, er hele rækken skjult.';

/** Danish, in the manner of a consultant's report. */
export const da: ReportLanguage = {
  number,
  digits,
  list,
  capital,
  count: (n) => (n === 1 ? 'ét' : number(n)),
  howMany: (who, way = 0) => {
    const ways = waysToSay(who);
    return ways[way % ways.length]!;
  },
  scale,
  onePerson: (role) => (role ? `${role.article} ${role.id}` : 'en af de interviewede'),
  another: (role) => `${role.article} ${role.article === 'et' ? 'andet' : 'anden'} ${role.id}`,
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
  sentences: daSentences,
  headings: {
    front: 'Forside',
    contents: 'Indhold',
    summary: 'Resumé: Hovedresultater og anbefalinger',
    introduction: 'Indledning',
    method: 'Metode',
    data: 'Datagrundlag',
    coding: 'Kodning og optælling',
    limits: 'Hvad tallene ikke siger',
    quotes: 'Citater',
    unread: 'Interview, der ikke indgår',
    examples: 'Konkrete eksempler',
    results: 'Hovedresultater',
    scale: 'Hvor er I, og hvor skal I hen?',
    nuances: 'Nuancer og modsigelser',
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
    hidden: '•',
    otherThemes: 'Øvrige temaer',
    documents: 'Dokumenter',
  },
  by: (author, client) =>
    author === undefined && client === undefined
      ? undefined
      : ['Udarbejdet', author && `af ${author}`, client && `for ${client}`].filter(Boolean).join(' '),
  introduction: ({ sources, people, client, chapters }) =>
    `Udkastet bygger på ${people === '' ? documentsIn(sources) : `${spokenIn(sources)}${peopleIn(sources, people)}`}` +
    `${client === undefined ? '' : `${people !== '' && sources.interviews === 0 ? ',' : ''} og er udarbejdet for ${client}`}. ` +
    `Efter denne indledning følger ${list(chapters.map((chapter) => `*${chapter}*`))}.`,
  data: ({ sources, individual, people, byRole, words }) => {
    const all = people === 1 ? 'én person' : `i alt ${number(people)} personer`;
    return (
      `Datagrundlaget er ${spokenIn(sources, individual)}${peopleIn(sources, all)}: ${byRole}. ` +
      `${sources.articles === 0 ? 'De interviewedes udsagn' : 'Deres udsagn'} fylder tilsammen ${digits(words)} ord.` +
      (sources.articles === 0
        ? ''
        : ` Dem, ${sources.articles === 1 ? 'artiklen' : 'artiklerne'} citerer, omtales ${sources.interviews === 0 ? '' : 'også '}som de interviewede.`)
    );
  },
  population: (counts) => `Organisationen har ${list(counts.map(({ role, people }) => countRole(people, role, role.article, number)))}.`,
  material: ({ kind, participants, note }) =>
    `${capital(kind)}${participants === undefined ? '' : ` (${participants} deltagere)`}${note === undefined ? '' : `: ${note}`}`,
  documents: (sources) =>
    sources.interviews + sources.articles === 0
      ? `Datagrundlaget er ${documentsIn(sources)}. Ingen er interviewet.`
      : `Desuden indgår ${documentsIn(sources)}. Et dokument er ingen person og tæller ikke med blandt de interviewede.`,
  materialsLead: 'Desuden indgår følgende materiale, som ikke er talt med i antallet af personer:',
  coding: ({ sources, title, version, themes, subthemes }) =>
    `Udsagnene er ordnet efter kodebogen *${title}*${version === undefined ? '' : ` (version ${version})`} med ${neuter(themes)} ${themes === 1 ? 'tema' : 'temaer'}` +
    `${subthemes === 0 ? '' : ` og ${neuter(subthemes)} ${subthemes === 1 ? 'undertema' : 'undertemaer'}`}. ` +
    'Kodebogen beskriver hvert tema og de ord og vendinger, det kan kendes på. En sætning er foreslået til et tema, når den rummer et af dem; ' +
    'nabosætninger om det samme er regnet som ét citat. ' +
    uncodedIn(sources) +
    'Der er talt personer og ikke udsagn: Den, der vender tilbage til et emne ti gange, tæller én gang.',
  reviewed: ({ proposed, accepted, rejected, added, setAside, coders }) => {
    const codings = (n: number): string => (n === 1 ? 'én kodning' : `${number(n)} kodninger`);
    const reviewed = accepted + rejected;
    const verdicts = [
      accepted === 0 ? [] : [`${number(accepted)} er godtaget`],
      rejected === 0 ? [] : [`${number(rejected)} er forkastet og indgår ikke i rapporten`],
    ].flat();
    const some = reviewed === proposed ? 'Alle' : capital(reviewed === 1 ? 'én af dem' : `${number(reviewed)} af dem`);
    const read = `${proposed === 1 ? 'Den' : some} er gennemlæst af ${coders === 1 ? 'én koder' : `${number(coders)} kodere`}`;
    return [
      proposed === 0 ? 'Kodebogens ord har ikke givet forslag til kodninger i materialet.' : `Der er foreslået ${codings(proposed)}.`,
      proposed === 0 || reviewed > 0 ? '' : `${proposed === 1 ? 'Den' : 'De'} er endnu ikke gennemlæst.`,
      reviewed === 0 ? '' : accepted === proposed ? `${read} og godtaget.` : `${read}: ${capital(verdicts.join(', og '))}.`,
      added === 0 ? '' : `Derudover er der ved gennemlæsningen føjet ${codings(added)} til.`,
      accepted + added === 0 ? '' : 'Hvor rapporten siger, hvad de interviewede mener, hviler det på godtagne kodninger.',
      reviewed === proposed
        ? ''
        : setAside
          ? 'Kun godtagne kodninger er talt med.'
          : 'Hvor en kodning ikke er gennemlæst, siger udkastet kun, at emnet er berørt, ikke hvad de interviewede mener om det.',
    ]
      .filter((sentence) => sentence !== '')
      .join(' ');
  },
  agreement: ({ coders, sentences, whole, interviews, alpha, interval }) => {
    const figure = (value: number): string => value.toFixed(2).replace('-', '−').replace('.', ',');
    const between = interval === undefined ? '' : ` (95 %-interval ${figure(interval.low)} til ${figure(interval.high)})`;
    return [
      `De samme ${number(sentences)} sætninger i ${neuter(interviews)} interview er gennemlæst af ${number(coders)} kodere.`,
      whole === sentences
        ? ''
        : `${whole === 0 ? 'Ingen' : capital(number(whole))} af dem er læst i deres helhed; ellers er kun de foreslåede temaer sammenlignet.`,
      `Kodernes enighed om, hvilke temaer en sætning bærer, er Krippendorffs alfa ${figure(alpha)}${between}, hvor 1 er fuld enighed, og 0 er det, tilfældet ville give.`,
      'Efter Krippendorffs konvention er 0,80 pålideligt, og 0,667 er grænsen for forsigtige konklusioner.',
    ]
      .filter((sentence) => sentence !== '')
      .join(' ');
  },
  scaleLead: 'Mængdeordene i teksten følger af, hvor mange af de interviewede en sætning taler om:',
  limits: [
    'Et fund viser, at nogen nævner en ting, ikke hvad vedkommende mener om den.',
    'At en person ikke er talt med under et tema, betyder ikke, at temaet er uden betydning for vedkommende. Det kan være sagt med ord, som kodebogen ikke kender, og alle er ikke blevet spurgt om alt.',
    'Tallene gælder de interviewede. De kan ikke regnes om til andele af alle ansatte.',
    'Hvor meget der bliver sagt om et tema, er ikke et mål for, hvor vigtigt det er.',
  ],
  quotesNote: ({ interviews }, toApprove) =>
    'Citaterne gengives uden navn og kun med stillingsgruppe. Kolleger kan i enkelte tilfælde genkende en udtalelse. ' +
    `${interviews === 0 ? 'De er gengivet, som de står i kilderne' : 'Det talte sprog er bevaret'}, og udeladelser er vist med […].` +
    (toApprove ? ' Citater, som den interviewede har bedt om at godkende, er mærket.' : ''),
  unread: (file) => `${file} kunne ikke læses.`,
  wordless: (file) => `I ${file} er der ikke fundet ord, som en interviewet siger.`,
  duplicate: (file, of) => `${file} er det samme interview som ${of} og er talt med én gang.`,
  answers: {
    note: (questions) =>
      `Resultaterne følger interviewguidens ${questions === 1 ? 'ene spørgsmål' : `${number(questions)} spørgsmål`}. Under hvert spørgsmål står svarene side om side: ` +
      'Hvert svar åbner med en linje af det selv og fortsætter med de temaer, det kommer ind på; et tema uden citat står i linjen eller i ord, der allerede er trykt. Et svar er alt, hvad en person siger, fra spørgsmålet er stillet, ' +
      'til et andet af guidens spørgsmål bliver det; opfølgende spørgsmål hører med. Svarene står efter stilling og derefter alfabetisk, ikke i interviewenes rækkefølge.',
    given: (who, all) => `${capital(who)} svarer på spørgsmålet.${all ? '' : ' Hos de øvrige er der ikke fundet et svar på det.'}`,
    nobody: 'Spørgsmålet er ikke fundet i interviewene. Det kan være stillet med andre ord.',
    others: 'Uden for spørgsmålene',
    othersNote: 'Her står, hvad der er sagt om temaerne, uden at et af guidens spørgsmål er fundet forud.',
  },
  notFound: (noun, { interviews, articles }) =>
    `Kodebogens ord for ${noun} er ikke fundet i ${interviews > 0 ? 'interviewene' : articles > 0 ? 'artiklerne' : 'dokumenterne'}. Det kan være sagt med andre ord.`,
  basis: (themes, sources) => {
    const named = list(themes.map((noun, i) => (i === themes.length - 1 && sources.length > 0 ? closed(noun) : noun)));
    const sections = themes.length === 0 ? [] : [`${themes.length === 1 ? 'afsnittet' : 'afsnittene'} om ${named}`];
    const others = sources.map((source) => (/^workshop(?:pen)?$/i.test(source) ? 'forslag fra workshoppen' : source));
    return [...sections, ...(others.length === 0 ? [] : [list(others)])].join(' samt ');
  },
  recommendationGroups: (names) => `Anbefalingerne er samlet under ${number(names.length)} overskrifter: ${list(names)}.`,
  recommendationsInBrief: 'På den baggrund peger undersøgelsen på disse anbefalinger:',
  overviewNote:
    'Tabellen viser, hvor mange af de interviewede i hver stillingsgruppe der berører temaet mindst én gang. Et undertemas personer tæller med i temaets. ' +
    'En streg betyder, at kodebogens ord ikke er fundet.',
  hiddenNote: HIDDEN_NOTE,
  steps: {
    dimension: 'Forhold',
    step: (n, label) => `trin ${n}, ${label}`,
    intro: (title) =>
      `Placeringen følger skalaen *${title}*. Trinnene har en rækkefølge, men de er ikke tal: Der er ikke regnet noget gennemsnit, og ingen optælling afgør, hvor man står. Udsagnene er belæg; placeringen er analytikerens. Trinnene er:`,
    tableNote: (of) =>
      `Tabellen viser, hvor mange af de ${number(of)} interviewede der berører hvert trin mindst én gang, og i parentes hvor mange der har udsagn, som er gennemlæst og godtaget som støtte for det. ` +
      'Placeringen står med fed skrift. En streg betyder, at der ikke står noget udsagn tilbage om trinnet, og et tomt felt, at skalaen ikke siger noget om det.',
    weighed: ({ supporting, heard, of, roles }) => {
      const who =
        heard === of
          ? `Alle ${number(of)} interviewede`
          : `${capital(heard === 1 ? 'én' : number(heard))} af de ${number(of)} interviewede`;
      const said = `${who} har udsagn, der er godtaget for eller imod et trin her`;
      if (supporting === 0) return `${said}, men til støtte for andre trin eller imod placeringen.`;
      if (supporting === heard)
        return heard === 1
          ? `${said}, og de støtter placeringen (${roles}).`
          : `${said}, og ${heard === 2 ? 'begge' : `alle ${number(heard)}`} støtter placeringen: ${roles}.`;
      return `${said}. ${supporting === 1 ? 'Én' : capital(number(supporting))} af dem støtter placeringen: ${roles}.`;
    },
    against: 'Placeringen går dermed imod de fleste af dem.',
    evidence: '**Belæg for placeringen.**',
    differ: (a, b) =>
      `Stillingsgrupperne fortæller ikke det samme: Hvor ${a.role.definite} især fortæller om trin ${a.step.number}, fortæller ${b.role.definite} især om trin ${b.step.number}.`,
    next: (n, label, isNeighbour) => `Det næste trin${isNeighbour ? '' : ', skalaen beskriver'}: trin ${n}, ${label}.`,
    takes: 'Kodebogen beskriver, hvad det kræver:',
    already: '**Det, der allerede bliver fortalt om det.**',
    setAside: (noun) => `Det, der bliver sagt om ${noun}, er ved gennemlæsningen ikke regnet for belæg.`,
    top: (n) => `Trin ${n} er skalaens øverste, så den beskriver ikke noget næste.`,
  },
  figures: {
    folder: (file) => `${file}-figurer`,
    numbered: (n, caption) => `Figur ${n}: ${caption}`,
    themes: ({ of, rows }) => {
      const subject = `Hvor mange af de ${digits(of)} interviewede der berører hvert tema mindst én gang`;
      return {
        file: 'temaer.svg',
        title: 'Temaer',
        caption: `${subject}. Et undertemas personer tæller med i temaets.`,
        description: `Søjlediagram. ${subject}: ${rows.map(({ label, people }) => `${label}: ${people === 0 ? 'ikke fundet' : digits(people)}`).join('; ')}.`,
      };
    },
    profile: ({ of, levels, rows }) => {
      const subject = `Hvor mange af de ${digits(of)} interviewede der berører hvert trin, og i parentes hvor mange hvis udsagn er godtaget som støtte for det`;
      const steps = (row: (typeof rows)[number]): string =>
        row.steps
          .flatMap(({ people, supporting, isEmpty, isPlaced }, i) => {
            const number = people === 0 ? 'ikke fundet' : `${digits(people)}${supporting === 0 ? '' : ` (${digits(supporting)})`}`;
            return isEmpty && !isPlaced ? [] : [`${levels[i]} ${isEmpty ? 'ikke beskrevet' : number}${isPlaced ? ', placeret her' : ''}`];
          })
          .join(', ');
      return {
        file: 'profil.svg',
        title: 'Profil',
        caption: `${subject}. En ramme viser, hvor analysen placerer. En streg betyder, at der ikke står noget udsagn tilbage om trinnet, og hvor der intet felt er, siger skalaen ikke noget.`,
        description: `Felter. ${subject}: ${rows.map((row) => `${row.label}: ${steps(row)}`).join('; ')}.`,
      };
    },
    roles: ({ columns, rows }) => {
      const cell = (people: number | undefined, of: number): string =>
        people === undefined ? 'skjult' : people === 0 ? 'ikke fundet' : `${digits(people)} af ${digits(of)}`;
      const row = (cells: readonly (number | undefined)[]): string =>
        columns.map(({ name, people }, i) => `${name} ${cell(cells[i], people)}`).join(', ');
      const subject = 'Hvor mange af de interviewede i hver stillingsgruppe der berører hvert af de overordnede temaer mindst én gang';
      return {
        file: 'temaer-stillinger.svg',
        title: 'Temaer og stillingsgrupper',
        caption: `${subject}. Jo mørkere et felt er, des større en del af gruppen. En streg betyder, at kodebogens ord ikke er fundet. ${HIDDEN_NOTE}`,
        description: `Felter. ${subject}: ${rows.map(({ label, cells }) => `${label}: ${row(cells)}`).join('; ')}.`,
      };
    },
  },
  gaps: {
    title: 'skriv titlen',
    purpose: 'skriv formålet med undersøgelsen, og hvem der har bedt om den',
    selection: 'skriv, hvordan de interviewede er udvalgt, og hvad interviewene handlede om',
    finding: 'skriv hovedresultatet',
    placement: 'placér på et trin, og skriv hvorfor',
    evidence: 'godtagne udsagn, der støtter placeringen',
    recommendations: 'skriv anbefalingerne',
    basis: 'skriv, hvad anbefalingen bygger på',
  },
};
