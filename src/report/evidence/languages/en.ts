import { enumerate, groupDigits } from '../../languages/grammar.ts';
import type { EvidenceLanguage } from './language.ts';

const digits = (n: number): string => groupDigits(n, ',');
const count = (n: number, one: string, many: string): string => `${digits(n)} ${n === 1 ? one : many}`;
const list = (items: readonly string[]): string => enumerate(items, 'and');

const LANGUAGES = { da: 'Danish', en: 'English' } as const;

export const en: EvidenceLanguage = {
  title: (study) => `Evidence: ${study}`,
  notice:
    '**For the team alone.** This file shows which words stand behind each number of the report, and who says them where. It is personal data: do not share ' +
    'it, nor enclose it with the report. codify writes it anew on every run.',
  headings: {
    account: 'What this file is made of',
    overview: 'Overview',
    quotes: 'Quotes by theme and role',
    coverage: 'Coverage',
    codebook: 'Codebook',
    coreq: 'COREQ: 32 things to tell of the study',
  },

  filesTitle: 'Files',
  filesNote: (version) =>
    `Written by codify ${version}. Beside each file stand the first 12 digits of the SHA-256 of its text (UTF-8 with LF): where they differ, the file was changed.`,
  filesHead: ['File', 'SHA-256'],
  unreadLead: 'Could not be read and are not included, with the reason codify gave:',
  optionsTitle: 'Options',
  codebookOption: ({ title, version }) => `Codebook: *${title}*${version === undefined ? ' (without a version)' : `, version ${version}`}`,
  languageOption: (study, report) => `Language: interviews in ${LANGUAGES[study]}, report in ${LANGUAGES[report]}`,
  quotesOption: (most) => `Quotes per theme in the report: at most ${most}`,
  onlyAcceptedOption: 'Only accepted codings are counted (`--only accepted`)',
  scaleOption: (scale) => `How-many words (number of people): ${scale}`,
  codersOption: (coders) => `Rank where coders disagree: ${coders.join(', ')}`,
  taggingTitle: 'The coding in numbers',
  tagging: ({ sentences, codings, quotes }) =>
    `The interviewees say ${count(sentences, 'sentence', 'sentences')}. ${count(codings, 'coding stands', 'codings stand')}, ` +
    `which ${codings === 1 ? 'makes' : 'make'} ${count(quotes, 'quote', 'quotes')} under the top themes of the codebook.`,
  coders: (coders) =>
    coders.length === 0
      ? 'Nobody has yet decided on the proposals.'
      : `Decisions: ${list(coders.map(({ name, decisions }) => `${name} ${digits(decisions)}`))}.`,
  taggingNote:
    'A coding is neighbouring sentences that bear the same theme and share the same decision. What the rules propose is accepted, rejected or undecided; ' +
    'added are the codings the rules did not find. Codings of sub-themes are counted by themselves. The most frequent words are terms of the codebook with how often they occur.',
  taggingHead: ['Theme', 'Proposed', 'Accepted', 'Rejected', 'Undecided', 'Added', 'Most frequent words'],

  overviewNote:
    'How many interviewees with each role touch on the theme at least once. People of a sub-theme count in its theme. Each number leads to the quotes behind it. ' +
    'A dash means that the words of the codebook were not found.',
  stepsNote:
    'The evidence on the scale, by dimension: how many of the interviewees touch on each step, and how many have accepted words that support or contradict it. ' +
    'The step in bold is where the analyst places. An empty field is a step the scale says nothing of.',

  quotesNote:
    'Each quote stands with person, place (file and line) and time where known; below it its codings with their status and the words they rest on, which are bold in the quote. ' +
    'A theme shows the quotes of its sub-themes too. Quotes stand as they were said, also where the report prints them cut.',
  amount: ({ people, of, quotes }) => `${digits(people)} of ${count(of, 'person', 'people')}, ${count(quotes, 'quote', 'quotes')}`,
  statuses: { suggested: 'proposed', accepted: 'accepted', rejected: 'rejected' },
  stances: { supports: 'supports', qualifies: 'qualifies', contradicts: 'contradicts' },
  prints: { pin: 'pinned', ban: 'must not be printed' },
  consents: { nej: 'must not be quoted', godkendes: 'quote to be approved' },
  byPerson: 'added by a person',
  inReport: 'in the report',
  weak: 'weak',
  withoutTerms: 'without terms',
  memo: 'Memo',
  rejected: (n) => `Rejected: ${count(n, 'coding', 'codings')}`,

  matrix: {
    title: (study) => `Who says what: ${study}`,
    notice:
      '**For the team only.** The matrix shows people one by one. It is personal data, also without names, and is not to be shared or put with the report.',
    note:
      'A row for each person, ordered by role, and a column for each theme. A cell holds all quotes of the person under the theme and its sub-themes, each with its place ' +
      '(interview and line). A dash means that the words of the codebook were not found, not that the person has no opinion.',
    documents: 'Documents stand last, and are counted as no people.',
    person: 'Person',
    alone: (theme) => `${theme}, without a sub-theme`,
  },

  coverageNote:
    'How much of what the interviewees say stands in a quote under at least one theme. The rest is not without meaning for that: it may answer something else, or be what the ' +
    'codebook has no words for.',
  coverageHead: ['Interview', 'Words', 'Under a theme', 'Share'],
  stretchesLead: "The longest stretches of the interviewees' words under no theme, from where they begin:",
  stretch: (words) => count(words, 'word', 'words'),
  silentLead: 'Interviewees without any quote under any theme:',
  nobodySilent: 'Every interviewee has at least one quote under a theme.',

  codebookNote:
    'Each theme in six parts: code, brief definition, full definition, when to use it, when not to, and an example. Its terms stand in the file of the codebook.',
  codebookParts: {
    code: 'Code',
    brief: 'Brief definition',
    full: 'Full definition',
    include: 'When',
    exclude: 'When not',
    example: 'Example',
  },
  gapIn: (part) => `write in the codebook: ${part.toLowerCase()}`,

  coreqNote:
    'The 32 things COREQ (Tong, Sainsbury and Craig 2007) asks a report of interviews to tell, in short. What the files of the study can answer is answered; ' +
    'the rest only those know who made it.',
  coreqParts: [
    {
      title: 'The interviewers',
      items: [
        { item: 'Who interviewed', gap: 'write who held the interviews' },
        { item: 'Education', gap: 'write what degrees the interviewers have' },
        { item: 'Position', gap: 'write what position they held meanwhile' },
        { item: 'Gender', gap: "write the interviewers' gender" },
        { item: 'Experience', gap: 'write what experience or training they had' },
        { item: 'Acquaintance', gap: 'write whether interviewer and interviewee knew each other' },
        { item: 'What interviewees knew', gap: 'write what they knew of the interviewer and the purpose' },
        { item: "The interviewer's stand", gap: 'write of interests and assumptions that may have shaped the talk' },
      ],
    },
    {
      title: 'The design of the study',
      items: [
        { item: 'Method' },
        { item: 'Sampling', gap: 'write how the interviewees were chosen' },
        { item: 'Approach', gap: 'write how they were asked' },
        { item: 'Number of interviewees' },
        { item: 'Refusals', gap: 'write how many refused or dropped out, and why' },
        { item: 'Setting', gap: 'write where the interviews were held' },
        { item: 'Others present', gap: 'write whether others were present' },
        { item: 'The interviewees' },
        { item: 'Interview guide', gap: 'write whether there was a guide, and whether it was tried out' },
        { item: 'Repeated interviews' },
        { item: 'Recording', gap: 'write whether sound or pictures were recorded' },
        { item: 'Field notes', gap: 'write whether notes were made during or after the interviews' },
        { item: 'Duration', gap: 'write how long the interviews were' },
        { item: 'Saturation', gap: 'write whether and how saturation was judged' },
        { item: 'Transcripts returned', gap: 'write whether the interviewees have seen the transcripts' },
      ],
    },
    {
      title: 'Analysis and findings',
      items: [
        { item: 'Number of coders' },
        { item: 'Coding tree' },
        { item: 'Where the themes come from', gap: 'write whether the themes were given beforehand or derived from the interviews' },
        { item: 'Software' },
        { item: 'The view of the interviewees', gap: 'write whether they have seen and commented on the findings' },
        { item: 'Quotations' },
        { item: 'Data and findings agree' },
        { item: 'Major themes' },
        { item: 'Minor themes and diverse cases' },
      ],
    },
  ],
  coreqAnswers: {
    method: 'Codebook thematic analysis with people counted; not reflexive thematic analysis.',
    sample: (people, interviews) => `${count(people, 'person', 'people')} in ${count(interviews, 'interview', 'interviews')}.`,
    roles: (byRole, population) =>
      `By role: ${byRole}.${population.length === 0 ? '' : ` In the organisation there are: ${population.join(', ')}.`}`,
    repeats: (people) =>
      people === 0
        ? 'Nobody is registered in more than one interview.'
        : `${count(people, 'person is', 'people are')} registered in more than one interview.`,
    length: (words, shortest, longest) => `The interviewees say ${words} words in all, from ${shortest} to ${longest} per interview.`,
    saturation: (last, interviews) =>
      last === 0
        ? 'No theme of the codebook was found.'
        : `The last theme to be found for the first time came in interview ${last} of ${interviews} in the order of the files. ` +
          'As the codebook was given, that says only when it had been used up.',
    coders: (coders) =>
      coders === 0
        ? 'None: the rules of the codebook propose the codings, and nobody has decided on them.'
        : coders === 1
          ? 'One coder has decided on what the rules propose. Nothing is coded twice.'
          : `${digits(coders)} coders have decided on what the rules propose.`,
    tree: (themes, subthemes, codebook) =>
      `${count(themes, 'theme', 'themes')} and ${count(subthemes, 'sub-theme', 'sub-themes')}, described under ${codebook}.`,
    derivation: (codebook) => `The codings follow the codebook ${codebook}.`,
    software: (version) => `codify ${version}.`,
    quotations: (printed, quotes) =>
      `The report prints ${count(printed, 'quote', 'quotes')}, with the role alone. All quotes with person and place stand under ${quotes}.`,
    consistency: (claims, themes, reviewed, codings) =>
      `${digits(claims)} of the ${digits(themes)} top themes found have a claim in the study file. ` +
      `${digits(reviewed)} of ${count(codings, 'coding is', 'codings are')} read by a person.`,
    major: (found, themes) => `${digits(found)} of ${count(themes, 'top theme', 'top themes')} found in the interviews.`,
    minor: (found, subthemes, otherwise) =>
      `${digits(found)} of ${count(subthemes, 'sub-theme', 'sub-themes')} found. ` +
      (otherwise === 0
        ? 'No coding is marked as qualifying or contradicting.'
        : `${count(otherwise, 'accepted coding qualifies or contradicts', 'accepted codings qualify or contradict')} the theme.`),
  },
};
