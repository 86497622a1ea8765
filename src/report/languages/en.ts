import { da } from './da.ts';
import { enSentences } from './en-sentences.ts';
import { capital, closed, countRole, enumerate, groupDigits } from './grammar.ts';
import type { ReportLanguage, Sources, Who } from './language.ts';

const NUMBERS = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'];
const WORDS: readonly (readonly string[])[] = [['one'], ['two'], ['some'], ['several', 'a number'], ['many'], ['most'], ['all']];
const RULES = ['one person', 'two people', 'three people to under 25%', '25 to under 50%', '50 to under 75%', '75% to under all', 'all'];

const digits = (n: number): string => groupDigits(n, ',');
const number = (n: number): string => NUMBERS[n] ?? digits(n);
const list = (items: readonly string[]): string => enumerate(items, 'and');

/** "twelve individual interviews and three articles". */
function spokenIn({ interviews, articles }: Sources, individual = false): string {
  return list([
    ...(interviews === 0
      ? []
      : [`${number(interviews)} ${individual ? 'individual ' : ''}${interviews === 1 ? 'interview' : 'interviews'}`]),
    ...(articles === 0 ? [] : [`${number(articles)} ${articles === 1 ? 'article' : 'articles'}`]),
  ]);
}

/** What follows: with whom people spoke, or whom the articles quote. */
const peopleIn = ({ interviews }: Sources, people: string): string => `${interviews === 0 ? 'quoting' : 'with'} ${people}`;

/** "two documents (op-ed and strategy)". */
function documentsIn({ documents }: Sources): string {
  return `${number(documents.length)} ${documents.length === 1 ? 'document' : 'documents'} (${list([...new Set(documents)])})`;
}

/** Whose words count for nothing. */
function uncodedIn({ interviews, articles }: Sources): string {
  if (articles === 0) return interviews === 0 ? '' : 'The interviewer’s words are neither coded nor counted. ';
  const own = articles === 1 ? 'the article’s own words' : 'the articles’ own words';
  return interviews === 0
    ? `${capital(own)} are neither coded nor counted. `
    : `Neither the interviewer’s words nor ${own} are coded or counted. `;
}

/** The borders are those of the Danish table; only the words differ. */
const scale: ReportLanguage['scale'] = (total) => da.scale(total).map(({ range }, i) => ({ range, words: WORDS[i]!, rule: RULES[i]! }));

/** The ways to say how many, the plainest first. */
function waysToSay({ people, of, role, group }: Who): string[] {
  const among = role ? { name: role.role.plural, of: role.of } : group;
  if (among && people > 1) {
    if (people < among.of) return [`${number(people)} of the ${number(among.of)} ${among.name} interviewed`];
    return [among.of === 2 ? `both ${among.name} interviewed` : `all ${number(among.of)} ${among.name} interviewed`];
  }
  if (people === of && of === 2) return ['both interviewees'];
  const words = scale(of).find(({ range }) => range && range[0] <= people && people <= range[1])?.words ?? [number(people)];
  return words.flatMap((word) => {
    if (word === 'all') return ['all interviewees', 'all of the interviewees'];
    return [`${word} of the interviewees`, ...(['some', 'several', 'many', 'most'].includes(word) ? [`${word} interviewees`] : [])];
  });
}

const HIDDEN_NOTE = 'A dot hides a number of one to four people; where it could be worked out all the same, the whole row is hidden.';

/** English, for studies whose report is read abroad; quotes and labels stay in the study's own language. */
export const en: ReportLanguage = {
  number,
  digits,
  list,
  capital,
  count: number,
  howMany: (who, way = 0) => {
    const ways = waysToSay(who);
    return ways[way % ways.length]!;
  },
  scale,
  onePerson: (role) => (role ? `one ${role.id}` : 'one interviewee'),
  another: (role) => `another ${role.id}`,
  peopleByRole: (counts) =>
    list(
      counts.map(({ role, people }) => {
        if (!role) return people === 1 ? 'one person whose position is not known' : `${number(people)} people whose position is not known`;
        return countRole(people, role, 'one', number);
      }),
    ),
  roleName: (role) => role ?? 'position not known',
  quote: (text, role, toApprove) => `“${text}” (${role})${toApprove ? ' **[quote to be approved]**' : ''}`,
  gap: (what) => `[Missing: ${what}]`,
  barrier: (label) => `Barrier: ${label}`,
  nounOf: (label) => `the subject “${label}”`,
  sentences: enSentences,
  headings: {
    front: 'Title page',
    contents: 'Contents',
    summary: 'Summary: Main results and recommendations',
    introduction: 'Introduction',
    method: 'Method',
    data: 'Data',
    coding: 'Coding and counting',
    limits: 'What the numbers do not say',
    quotes: 'Quotes',
    unread: 'Interviews not included',
    examples: 'Concrete examples',
    results: 'Main results',
    scale: 'Where are you, and where are you going?',
    nuances: 'Nuances and contradictions',
    recommendations: 'Recommendations',
    overview: 'Appendix: Overview',
  },
  words: {
    draft: 'Working draft – not to be shared outside the project group',
    theme: 'Theme',
    total: 'Total',
    of: 'of',
    unknownRole: 'not known',
    word: 'Word',
    people: 'Share of the interviewees',
    here: 'People here',
    initiatives: 'Concrete initiatives that were brought up:',
    notFound: '–',
    hidden: '•',
    otherThemes: 'Other themes',
    documents: 'Documents',
  },
  by: (author, client) =>
    author === undefined && client === undefined
      ? undefined
      : ['Prepared', author && `by ${author}`, client && `for ${client}`].filter(Boolean).join(' '),
  introduction: ({ sources, people, client, chapters }) =>
    `This draft rests on ${people === '' ? documentsIn(sources) : `${spokenIn(sources)} ${peopleIn(sources, people)}`}${client === undefined ? '' : ` and is prepared for ${client}`}. ` +
    `After this introduction come ${list(chapters.map((chapter) => `*${chapter}*`))}.`,
  data: ({ sources, individual, people, byRole, words }) =>
    `The data are ${spokenIn(sources, individual)} ${peopleIn(sources, people === 1 ? 'one person' : `${number(people)} people`)}: ${byRole}. ` +
    `What they say amounts to ${digits(words)} words.` +
    (sources.articles === 0
      ? ''
      : ` Those ${sources.articles === 1 ? 'the article quotes' : 'the articles quote'} are ${sources.interviews === 0 ? '' : 'also '}called interviewees here.`),
  population: (counts) => `The organisation has ${list(counts.map(({ role, people }) => countRole(people, role, 'one', number)))}.`,
  material: ({ kind, participants, note }) =>
    `${capital(kind)}${participants === undefined ? '' : ` (${participants} participants)`}${note === undefined ? '' : `: ${note}`}`,
  documents: (sources) =>
    sources.interviews + sources.articles === 0
      ? `The data are ${documentsIn(sources)}. Nobody was interviewed.`
      : `To this comes ${documentsIn(sources)}. A document is no person and is not counted among those interviewed.`,
  materialsLead: 'The study also draws on this material, which is not part of the number of people:',
  coding: ({ sources, title, version, themes, subthemes }) =>
    `What was said is ordered by the codebook *${title}*${version === undefined ? '' : ` (version ${version})`} with ${number(themes)} ${themes === 1 ? 'theme' : 'themes'}` +
    `${subthemes === 0 ? '' : ` and ${number(subthemes)} ${subthemes === 1 ? 'sub-theme' : 'sub-themes'}`}. ` +
    'The codebook describes each theme and the words it is known by. A sentence is proposed for a theme when it holds one of them; ' +
    'neighbouring sentences on the same theme are one quote. ' +
    uncodedIn(sources) +
    'People are counted, not statements: whoever comes back to a subject ten times counts once.',
  reviewed: ({ proposed, accepted, rejected, added, setAside, coders }) => {
    const codings = (n: number): string => (n === 1 ? 'one coding' : `${number(n)} codings`);
    const reviewed = accepted + rejected;
    const verdicts = [
      accepted === 0 ? [] : [`${number(accepted)} ${accepted === 1 ? 'is' : 'are'} accepted`],
      rejected === 0 ? [] : [`${number(rejected)} ${rejected === 1 ? 'is' : 'are'} rejected and not part of the report`],
    ].flat();
    const some = `${reviewed === proposed ? 'All' : `${capital(number(reviewed))} of them`} ${reviewed === 1 ? 'has' : 'have'}`;
    const read = `${proposed === 1 ? 'It has' : some} been read by ${coders === 1 ? 'one coder' : `${number(coders)} coders`}`;
    return [
      proposed === 0
        ? 'The words of the codebook led to no proposals in the material.'
        : `${capital(codings(proposed))} ${proposed === 1 ? 'is' : 'are'} proposed.`,
      proposed === 0 || reviewed > 0 ? '' : `${proposed === 1 ? 'It has' : 'They have'} not been read yet.`,
      reviewed === 0 ? '' : accepted === proposed ? `${read}, and accepted.` : `${read}: ${verdicts.join(', and ')}.`,
      added === 0 ? '' : `In the reading ${codings(added)} ${added === 1 ? 'was' : 'were'} added.`,
      accepted + added === 0 ? '' : 'Where the report says what the interviewees think, it rests on accepted codings.',
      reviewed === proposed
        ? ''
        : setAside
          ? 'Only accepted codings are counted.'
          : 'Where a coding has not been read, the draft says only that the subject was touched on, not what the interviewees think of it.',
    ]
      .filter((sentence) => sentence !== '')
      .join(' ');
  },
  agreement: ({ coders, sentences, whole, interviews, alpha, interval }) => {
    const figure = (value: number): string => value.toFixed(2).replace('-', '−');
    const between = interval === undefined ? '' : ` (95% interval ${figure(interval.low)} to ${figure(interval.high)})`;
    return [
      `The same ${number(sentences)} sentences in ${number(interviews)} ${interviews === 1 ? 'interview' : 'interviews'} have been read by ${number(coders)} coders.`,
      whole === sentences
        ? ''
        : `${whole === 0 ? 'None' : capital(number(whole))} of them ${whole === 1 ? 'was' : 'were'} read as a whole; otherwise only the themes proposed are compared.`,
      `Their agreement on which themes a sentence bears is a Krippendorff's alpha of ${figure(alpha)}${between}, where 1 is full agreement and 0 is what chance would give.`,
      "By Krippendorff's convention 0.80 is reliable, and 0.667 is the limit for tentative conclusions.",
    ]
      .filter((sentence) => sentence !== '')
      .join(' ');
  },
  scaleLead: 'The words for how many follow from how many of the interviewees a sentence speaks of:',
  limits: [
    'A hit shows that someone mentions a thing, not what she thinks of it.',
    'That a person is not counted under a theme does not mean that it is of no importance to her. It may have been said in words the codebook does not know, and not everyone was asked everything.',
    'The numbers are those of the interviewees. They cannot be turned into shares of all employees.',
    'How much is said of a theme is no measure of how important it is.',
  ],
  quotesNote: ({ interviews }, toApprove) =>
    'Quotes are given without names and with the position only. Colleagues may in some cases recognise a statement. ' +
    `${interviews === 0 ? 'They are given as the sources have them' : 'The spoken language is kept'}, and what was left out is shown as […].` +
    (toApprove ? ' Quotes the interviewee has asked to approve are marked.' : ''),
  unread: (file) => `${file} could not be read.`,
  wordless: (file) => `In ${file} no words of an interviewee were found.`,
  duplicate: (file, of) => `${file} is the same interview as ${of} and is counted once.`,
  answers: {
    note: (questions) =>
      `The results follow the ${questions === 1 ? 'one question' : `${number(questions)} questions`} of the interview guide. Under each the answers stand side by side: ` +
      'an answer opens with a line of its own and goes on with the themes it touches on; a theme without a quote stands in that line, or in words that are printed already. It is all that a person says from where the question is put until ' +
      'another of the guide is; follow-ups belong to it. The answers stand in order of position and then of the alphabet, not of the interviews.',
    given: (who, all) =>
      `${capital(who)} ${/^(?:a|an|one) /i.test(who) ? 'answers' : 'answer'} the question.${all ? '' : ' Of the others no answer to it was found.'}`,
    nobody: 'The question was not found in the interviews. It may have been put in other words.',
    others: 'Outside the questions',
    othersNote: 'What was said of the themes where none of the questions of the guide was found before it.',
  },
  notFound: (noun, { interviews, articles }) =>
    `The codebook's words for ${noun} were not found in the ${interviews > 0 ? 'interviews' : articles > 0 ? 'articles' : 'documents'}. It may have been said in other words.`,
  basis: (themes, sources) => {
    const named = list(themes.map((noun, i) => (i === themes.length - 1 && sources.length > 0 ? closed(noun) : noun)));
    const sections = themes.length === 0 ? [] : [`the ${themes.length === 1 ? 'section' : 'sections'} on ${named}`];
    const others = sources.map((source) => (/^(?:the )?workshop$/i.test(source) ? 'proposals from the workshop' : source));
    return [...sections, ...(others.length === 0 ? [] : [list(others)])].join(' as well as ');
  },
  recommendationGroups: (names) => `The recommendations stand under ${number(names.length)} headings: ${list(names)}.`,
  recommendationsInBrief: 'On this ground the study points to these recommendations:',
  overviewNote:
    'The table shows how many of the interviewees with each position touch on the theme at least once. The people of a sub-theme are among those of its theme. ' +
    'A dash means that the words of the codebook were not found.',
  hiddenNote: HIDDEN_NOTE,
  steps: {
    dimension: 'Dimension',
    step: (n, label) => `step ${n}, ${label}`,
    intro: (title) =>
      `The placing follows the scale *${title}*. The steps have an order, but they are no numbers: nothing is averaged, and no count decides where one stands. What people say is evidence; the placing is the analyst's. The steps are:`,
    tableNote: (of) =>
      `The table shows how many of the ${number(of)} interviewees touch on each step at least once, and in parentheses how many have words that were read and accepted as supporting it. ` +
      'The placing is in bold. A dash means that nothing that was said stands for the step, and an empty field that the scale says nothing of it.',
    weighed: ({ supporting, heard, of, roles }) => {
      const who = heard === of ? `All ${number(of)} interviewees` : `${capital(number(heard))} of the ${number(of)} interviewees`;
      const said = `${who} ${heard === 1 && heard !== of ? 'has' : 'have'} words accepted for or against a step here`;
      if (supporting === 0) return `${said}, but in support of other steps or against the placing.`;
      if (supporting === heard) return `${said}, and all of these support the placing: ${roles}.`;
      return `${said}. ${capital(number(supporting))} of them ${supporting === 1 ? 'supports' : 'support'} the placing: ${roles}.`;
    },
    against: 'The placing thereby goes against most of them.',
    evidence: '**Evidence for the placing.**',
    differ: (a, b) =>
      `The positions are not in one place: where ${a.role.definite} mostly tell of step ${a.step.number}, ${b.role.definite} mostly tell of step ${b.step.number}.`,
    next: (n, label, isNeighbour) => `The next step${isNeighbour ? '' : ' the scale describes'}: step ${n}, ${label}.`,
    takes: 'The codebook describes what it takes:',
    already: '**What is told of it already.**',
    setAside: (noun) => `What is said of ${noun} has been read and is not taken for evidence.`,
    top: (n) => `Step ${n} is the highest of the scale, which describes none beyond it.`,
  },
  figures: {
    folder: (file) => `${file}-figures`,
    numbered: (n, caption) => `Figure ${n}: ${caption}`,
    themes: ({ of, rows }) => {
      const subject = `How many of the ${digits(of)} interviewees touch on each theme at least once`;
      return {
        file: 'themes.svg',
        title: 'Themes',
        caption: `${subject}. The people of a sub-theme are among those of its theme.`,
        description: `Bar chart. ${subject}: ${rows.map(({ label, people }) => `${label}: ${people === 0 ? 'not found' : digits(people)}`).join('; ')}.`,
      };
    },
    profile: ({ of, levels, rows }) => {
      const subject = `How many of the ${digits(of)} interviewees touch on each step, and in parentheses how many have words accepted as supporting it`;
      const steps = (row: (typeof rows)[number]): string =>
        row.steps
          .flatMap(({ people, supporting, isEmpty, isPlaced }, i) => {
            const number = people === 0 ? 'not found' : `${digits(people)}${supporting === 0 ? '' : ` (${digits(supporting)})`}`;
            return isEmpty && !isPlaced ? [] : [`${levels[i]} ${isEmpty ? 'not described' : number}${isPlaced ? ', placed here' : ''}`];
          })
          .join(', ');
      return {
        file: 'profile.svg',
        title: 'Profile',
        caption: `${subject}. A frame shows where the analysis places. A dash means that nothing that was said stands for the step, and where there is no field the scale says nothing.`,
        description: `Fields. ${subject}: ${rows.map((row) => `${row.label}: ${steps(row)}`).join('; ')}.`,
      };
    },
    roles: ({ columns, rows }) => {
      const cell = (people: number | undefined, of: number): string =>
        people === undefined ? 'hidden' : people === 0 ? 'not found' : `${digits(people)} of ${digits(of)}`;
      const row = (cells: readonly (number | undefined)[]): string =>
        columns.map(({ name, people }, i) => `${name} ${cell(cells[i], people)}`).join(', ');
      const subject = 'How many of the interviewees with each position touch on each of the main themes at least once';
      return {
        file: 'themes-positions.svg',
        title: 'Themes and positions',
        caption: `${subject}. The darker a field, the larger a part of the group. A dash means that the words of the codebook were not found. ${HIDDEN_NOTE}`,
        description: `Fields. ${subject}: ${rows.map(({ label, cells }) => `${label}: ${row(cells)}`).join('; ')}.`,
      };
    },
  },
  gaps: {
    title: 'write the title',
    purpose: 'write the purpose of the study and who asked for it',
    selection: 'write how the interviewees were chosen and what the interviews were about',
    finding: 'write the main result',
    placement: 'place it on a step, and say why',
    evidence: 'accepted words that support the placing',
    recommendations: 'write the recommendations',
    basis: 'write what the recommendation rests on',
  },
};
