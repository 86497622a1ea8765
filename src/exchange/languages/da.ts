import type { ExchangeLanguage } from './language.ts';

export const da: ExchangeLanguage = {
  sheets: {
    people: 'Deltagere',
    themeByRole: 'Tema × rolle',
    themeByPerson: 'Tema × person',
    quotes: 'Citater',
    codebook: 'Kodebog',
  },
  notice: (shows) => `Kun for projektgruppen: personhenførbart, må ikke deles eller vedlægges rapporten. ${shows}`,
  shows: {
    people: 'Alle, der siger noget, og hvad de har svaret til at blive citeret.',
    themeByRole: 'Antal interviewede i hver stillingsgruppe, som berører temaet; undertemaers personer tæller med.',
    themeByPerson: 'Antal citater fra hver person under temaet; undertemaers citater tæller med.',
    quotes: 'En linje for hver kodning: nabosætninger, der bærer samme tema, og som samme afgørelse gælder.',
    codebook: 'Temaerne, som de står i kodebogen.',
  },
  columns: {
    person: 'Person',
    role: 'Stillingsgruppe',
    title: 'Titel',
    consent: 'Må citeres',
    interviews: 'Interview',
    words: 'Antal ord',
    theme: 'Tema',
    path: 'Temasti',
    total: 'I alt',
    quotes: 'Citater',
    coding: 'Kodning',
    quote: 'Citat',
    file: 'Fil',
    line: 'Linje',
    time: 'Tid',
    terms: 'Ord, det bygger på',
    status: 'Status',
    stance: 'Holdning',
    inReport: 'I rapporten',
    print: 'Tryk',
    decisions: 'Kodernes afgørelser',
    memos: 'Notater',
    id: 'Kode',
    kind: 'Art',
    level: 'Trin',
    dimension: 'Forhold',
    definition: 'Definition',
    include: 'Hvornår',
    exclude: 'Hvornår ikke',
    examples: 'Eksempler',
    counterexamples: 'Modeksempler',
  },
  unknownRole: 'uoplyst',
  consents: { ja: 'ja', nej: 'nej', godkendes: 'skal godkendes' },
  statuses: { suggested: 'foreslået', accepted: 'accepteret', rejected: 'forkastet' },
  stances: { supports: 'støtter', qualifies: 'nuancerer', contradicts: 'modsiger' },
  prints: { pin: 'fastgjort', ban: 'må ikke trykkes' },
  seen: 'set',
  yes: 'ja',
  no: 'nej',
  letter: {
    title: 'Godkendelse af citater',
    greeting: 'Kære deltager',
    asks: ({ study, author, client, quotes, wantsApproval }) => {
      const what = study === undefined ? 'vores undersøgelse' : `undersøgelsen *${study}*`;
      const who = author === undefined ? '' : `, som ${author} laver${client === undefined ? '' : ` for ${client}`}`;
      return [
        `Tak, fordi du lod dig interviewe til ${what}${who}. Nu er rapporten ved at være skrevet, og vi vil gerne bruge`,
        `${quotes === 1 ? 'et citat' : `${quotes} citater`} fra dit interview i den.`,
        wantsApproval ? 'Du har bedt om at godkende dine citater, før de bliver trykt.' : 'Vi vil gerne høre, om du er enig i det.',
      ].join(' ');
    },
    shown: (cut) =>
      'I rapporten står dit navn ikke. Under hvert citat står kun den stillingsgruppe, du hører til.' +
      (cut ? ' Hvor der står […], er noget af det, du sagde, taget ud.' : ''),
    howTitle: 'Sådan svarer du',
    how: 'Sæt kryds (x) ved ét af de tre svar under hvert citat:',
    outcomes: [
      '**Ja**: Citatet bliver trykt, som det står her.',
      '**Nej**: Citatet bliver ikke trykt.',
      '**Ændret til**: Citatet bliver trykt, som du skriver det. Du kan tage ord ud. Ord, du føjer til, skriver du i kantede parenteser, ' +
        '[som her], for at læserne kan se, at de er kommet til siden.',
    ],
    kept: (wantsApproval) =>
      (wantsApproval ? 'Et citat, vi ikke får svar på, bliver ikke trykt. ' : '') +
      'Svarene bliver gemt sammen med interviewet og bruges kun til rapporten. Lad overskrifterne og citaterne selv stå, som de er, for det er ' +
      'dem, vi kender svarene igen på.',
    quotesTitle: 'Dine citater',
    quote: (number, id) => `Citat ${number} (${id})`,
    place: (heading, sentence) =>
      heading === undefined
        ? undefined
        : `Citatet står i afsnittet *${heading}*${sentence === undefined ? '.' : `, hvor der lige før det står: *${sentence}*`}`,
    attributed: (text, role) => `”${text}”${role === undefined ? '' : ` (${role})`}`,
    answers: {
      yes: { word: 'Ja', rest: ', citatet må trykkes, som det står' },
      no: { word: 'Nej', rest: ', citatet må ikke trykkes' },
      changed: { word: 'Ændret til', rest: ': ____________' },
    },
    thanks: 'Tak for hjælpen',
    back: (author) => (author === undefined ? 'Send brevet tilbage til den, du har fået det fra.' : `Send brevet tilbage til ${author}.`),
    reference: (participant) => `Reference: ${participant}`,
    memos: { yes: 'godkendt', no: 'ikke godkendt', changed: 'godkendt med ændringer' },
    columns: { id: 'nr', participant: 'person', quote: 'citat', answer: 'svar', changed: 'ændret til' },
  },
};
