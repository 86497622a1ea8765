/*
 * What the labels of speakers look like: the short forms transcribers use for those who ask and answer, the names of
 * people, and the words that stand before a colon without being anyone.
 */

// Those who ask, in forms no other line begins with.
const ASKER = /^(?:I|I\d{1,2}|Int\.?|Interviewer(?: ?\d{1,2}| [A-Z])?|Moderator|Facilitator|Spørger)$/i;
// Words that mean those who ask once they are found to be labels.
const ASKER_WORD = /^(?:Spørgsmål(?: \d{1,3})?|Q\d{0,3}|Forsker(?:en)?(?: \d{1,2})?|Ordstyrer(?:en)?|Researcher(?: \d{1,2})?)$/i;
// Those who answer: R05, R-001-07, IP2, Informant 2, Respondent A, Deltager 4.
const ANSWERER =
  /^(?:(?:R|IP|INF|RESP)[-_. ]?\d[\d\-_.]*[a-z]?|R|IP|(?:Informant|Respondent|Interviewee|Interviewperson|Deltager|Participant|Speaker|Taler)(?:[ _-]?[\dA-Z]{1,3})?)$/i;
const BY_MACHINE = /^(?:SPEAKER_|S)\d\d$/;

// What happens, and is nobody's words.
const EVENTS =
  'afbrydelse applaus applause break crosstalk griner hoster inaudible interruption latter laughter laughs music musik pause silence ' +
  'stilhed suk sukker uhørligt utydeligt';
// What a speaker does while she speaks, as it stands behind a name in parentheses: IP (griner), R05 (kort pause).
const SOUNDS =
  'fniser fnis græder grynter gråd hvisker hæver ler leende mumler nikker nynner peger råber rømmer ryster smiler smil snøfter sukkende ' +
  'synger tænker tøver tøvende whispers coughs cries nods pauses shrugs sighs smiles hoste';
// What people put before a colon without being anyone, in the form they write it.
const NOBODY = new Set(
  (
    `${EVENTS} ad altså antal anm anmærkning bemærk bemærkning bilag citat cross data dato date deltagere det dvs eksempel emne email emnet etc fil ` +
    'fordel fordele fordelen fordelene forkortelser formål formålet fx http https hun han hende ham indhold interview interviewguide ja jeg ' +
    'kilde kl klokken konklusion konklusionen kontekst køn lokation længde mail materiale men metode nb nej nok note noter notes obs og opgaven ' +
    'optagelse optaget overskrift periode place pointe pointen problem problemet projekt projektet ps punkt reference resumé resultat ' +
    'resultatet rolle sag sagen side sidenote slut start sted stilling så telefon tema temaet tid tidspunkt til titel title transskriberet ' +
    'transskription tlf udskrift udfordring udfordringen ulempe ulemper ulempen ulemperne varighed vedr vi vigtigt www år'
  ).split(' '),
);
const EVENT = new Set(EVENTS.split(' '));
const SOUND = new Set(`${EVENTS} ${SOUNDS}`.split(' '));

const NAME = /^\p{Lu}[\p{L}\p{M}'.-]*(?: (?:\p{Lu}[\p{L}\p{M}'.-]*|\d{1,3}|de|af|von|van))*$/u;
/** One word with a capital or a digit at its front: `Leder`, `R-neutral-7`. */
const TOKEN = /^(?=.*\p{L})[\p{Lu}\p{N}][\p{L}\p{M}\p{N}'._-]*$/u;

/** A name without what nobody sees in it, with single blanks. */
export function tidy(text: string): string {
  return text
    .replace(/\p{Cf}/gu, '')
    .replace(/\s+/g, ' ')
    .trim()
    .normalize('NFC');
}

/** Is this label one that people use for those who ask? */
export function isInterviewerLabel(speaker: string): boolean {
  return ASKER.test(speaker) || ASKER_WORD.test(speaker);
}

/** Is this label of a form that is a speaker's wherever it stands? */
export function isKnownForm(speaker: string): boolean {
  return ASKER.test(speaker) || ANSWERER.test(speaker);
}

/** Is this label one that programs give to voices they tell apart? */
export function isMachineLabel(speaker: string): boolean {
  return BY_MACHINE.test(speaker);
}

const bare = (word: string): string => word.toLowerCase().replace(/\.$/, '');

/** Does this stand before a colon without being anyone? */
export function isNobody(label: string): boolean {
  return NOBODY.has(bare(label)) || NOBODY.has(bare(label.split(' ', 1)[0]!));
}

/** Does this tell what happens: a break, laughter? */
export function isEvent(label: string): boolean {
  return EVENT.has(bare(label)) || /^cross.?talk$/i.test(label);
}

/** Does this tell, in parentheses behind a name, what she does while she speaks, and not what she is? */
export function isSound(title: string): boolean {
  const words = title.split(/[\s,]+/);
  return SOUND.has(bare(words[0]!)) || SOUND.has(bare(words.at(-1)!));
}

/** Is this written as people's names are, every word with a capital? */
export function isName(label: string): boolean {
  return NAME.test(label);
}

/** Is this a name that people are called by, or a label somebody made for one? */
export function mayBeSomebody(label: string): boolean {
  return !isNobody(label) && label.split(' ').length <= 4 && (NAME.test(label) || TOKEN.test(label));
}

/** The words of a name, however they are spelled. */
export function nameWords(label: string): string[] {
  return (
    label
      .normalize('NFC')
      .toLowerCase()
      .match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
  );
}

const isShort = (a: string, b: string): boolean => a === b || (a.length === 1 && b.startsWith(a)) || (b.length === 1 && a.startsWith(b));

/** May two labels, by their words, be one person's: `Karen`, `Karen J.`, `karen j`, `Karen Marie Jensen`? */
export function mayBeOnePerson(a: readonly string[], b: readonly string[]): boolean {
  const [less, more] = a.length <= b.length ? [a, b] : [b, a];
  if (less[0] === undefined || less[0] !== more[0]) return false;
  // Chef 1 and Chef 2 are two, and who M is nobody knows.
  if (less[0].length === 1 || [...less, ...more].some((word) => /\d/.test(word))) {
    return less.length === more.length && less.every((word, i) => word === more[i]);
  }
  return less.every((word, i) => isShort(word, more[i]!)) || isShort(less.at(-1)!, more.at(-1)!);
}

// Where so many share a first name, it tells nobody apart.
const MOST_NAMESAKES = 100;

/** Those whose labels may be one person's stand in one list: they share the first name, or all of a label with a number. */
export function namesakes<T>(all: Iterable<T>, wordsOf: (one: T) => readonly string[]): T[][] {
  const byName = new Map<string, T[]>();
  for (const one of all) {
    const words = wordsOf(one);
    const name = words.some((word) => /\d/.test(word)) ? words.join(' ') : words[0];
    if (name === undefined) continue;
    const before = byName.get(name);
    if (before) before.push(one);
    else byName.set(name, [one]);
  }
  return [...byName.values()].filter((some) => some.length > 1 && some.length <= MOST_NAMESAKES);
}
