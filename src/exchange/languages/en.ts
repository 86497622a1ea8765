import type { ExchangeLanguage } from './language.ts';

export const en: ExchangeLanguage = {
  sheets: {
    people: 'Participants',
    themeByRole: 'Theme × role',
    themeByPerson: 'Theme × person',
    quotes: 'Quotes',
    codebook: 'Codebook',
  },
  notice: (shows) => `For the team only: personal data, not to be shared or put with the report. ${shows}`,
  shows: {
    people: 'All who speak, and what they have said to being quoted.',
    themeByRole: 'People of each role who touch on the theme, those of its sub-themes among them.',
    themeByPerson: 'Quotes of each person under the theme, those of its sub-themes among them.',
    quotes: 'A row for each coding: neighbouring sentences that bear a theme and of which the same was decided.',
    codebook: 'The themes as they stand in the codebook.',
  },
  columns: {
    person: 'Person',
    role: 'Role',
    title: 'Title',
    consent: 'May be quoted',
    interviews: 'Interview',
    words: 'Words',
    theme: 'Theme',
    path: 'Theme path',
    total: 'Total',
    quotes: 'Quotes',
    coding: 'Coding',
    quote: 'Quote',
    file: 'File',
    line: 'Line',
    time: 'Time',
    terms: 'Words it rests on',
    status: 'Status',
    stance: 'Stance',
    inReport: 'In the report',
    print: 'Print',
    decisions: "The coders' decisions",
    memos: 'Memos',
    id: 'Code',
    kind: 'Kind',
    level: 'Level',
    dimension: 'Dimension',
    definition: 'Definition',
    include: 'When',
    exclude: 'When not',
    examples: 'Examples',
    counterexamples: 'Counter-examples',
  },
  unknownRole: 'unknown',
  consents: { ja: 'yes', nej: 'no', godkendes: 'to be approved' },
  statuses: { suggested: 'suggested', accepted: 'accepted', rejected: 'rejected' },
  stances: { supports: 'supports', qualifies: 'qualifies', contradicts: 'contradicts' },
  prints: { pin: 'pinned', ban: 'must not be printed' },
  seen: 'seen',
  yes: 'yes',
  no: 'no',
  letter: {
    title: 'Approval of quotes',
    greeting: 'Dear participant',
    asks: ({ study, author, client, quotes, wantsApproval }) => {
      const what = study === undefined ? 'our study' : `the study *${study}*`;
      const who = author === undefined ? '' : `, which ${author} makes${client === undefined ? '' : ` for ${client}`}`;
      return [
        `Thank you for the interview you gave for ${what}${who}. The report is nearly written, and we would like to print`,
        `${quotes === 1 ? 'a quote' : `${quotes} quotes`} from your interview in it.`,
        wantsApproval ? 'You have asked to approve your quotes before they are printed.' : 'We would like to know whether you agree.',
      ].join(' ');
    },
    shown: (cut) =>
      'Your name is not in the report. Under each quote stands only the group of positions you belong to.' +
      (cut ? ' Where it says […], some of what you said is left out.' : ''),
    howTitle: 'How to answer',
    how: 'Put a cross (x) at one of the three answers under each quote:',
    outcomes: [
      '**Yes**: The quote is printed as it stands here.',
      '**No**: The quote is not printed.',
      '**Changed to**: The quote is printed as you write it. You may leave words out. Words that you add you write in brackets, [like this], ' +
        'so that readers can see that they were added.',
    ],
    kept: (wantsApproval) =>
      (wantsApproval ? 'A quote without an answer is not printed. ' : '') +
      'The answers are kept with the interview and used for the report alone. Please leave the headings and the quotes themselves as they ' +
      'are, for by them we know the answers again.',
    quotesTitle: 'Your quotes',
    quote: (number, id) => `Quote ${number} (${id})`,
    place: (heading, sentence) =>
      heading === undefined
        ? undefined
        : `The quote stands in the section *${heading}*${sentence === undefined ? '.' : `, right after: *${sentence}*`}`,
    attributed: (text, role) => `“${text}”${role === undefined ? '' : ` (${role})`}`,
    answers: {
      yes: { word: 'Yes', rest: ', the quote may be printed as it stands' },
      no: { word: 'No', rest: ', the quote must not be printed' },
      changed: { word: 'Changed to', rest: ': ____________' },
    },
    thanks: 'Thank you',
    back: (author) =>
      author === undefined ? 'Please send the letter back to the one you had it from.' : `Please send the letter back to ${author}.`,
    reference: (participant) => `Reference: ${participant}`,
    memos: { yes: 'approved', no: 'not approved', changed: 'approved with changes' },
    columns: { id: 'id', participant: 'participant', quote: 'quote', answer: 'answer', changed: 'changed to' },
  },
};
