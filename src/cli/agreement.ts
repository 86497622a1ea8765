import { ENOUGH_UNITS, type Agreement, type Disagreement, type Figures } from '../analysis/agreement/agreement.ts';
import type { Figure, NoFigure } from '../analysis/agreement/coefficients.ts';
import type { RuleFigures, RuleScore } from '../analysis/agreement/rules.ts';
import type { Language, Theme } from '../model.ts';
import { agreementWords, LIMITS, type AgreementWords, type Reading } from './agreement-words.ts';
import { placeOf } from './place.ts';

/*
 * How far coders agree, for people to read.
 */

/** A table's head and rows. */
interface Table {
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** Fewer units than that with every coder make a theme rare. */
const FEW = 10;
const MOST_CONTESTED = 3;

const indented = ({ path, label }: Theme): string => '  '.repeat(path.length - 1) + label;

const hasFigure = ({ alpha }: Figures): boolean => typeof alpha === 'number';

function cells(words: AgreementWords, { units, coded, share, kappa, alpha, interval, ac1 }: Figures): string[] {
  const figure = (value: Figure): string => (typeof value === 'number' ? words.figure(value, 2) : words.nothing);
  const bounds = interval === undefined ? words.nothing : `${words.figure(interval.low, 2)}–${words.figure(interval.high, 2)}`;
  const percent = typeof share === 'number' ? words.percent(share) : words.nothing;
  return [String(units), ...coded.map(String), percent, figure(kappa), figure(alpha), bounds, figure(ac1)];
}

/** The figures, a theme a row; themes without one are told of below the table. */
export function agreementTable(agreement: Agreement, language: Language): Table {
  const words = agreementWords[language];
  const { unit, coders, themes, all, top, sets } = agreement;
  const kappa = words.kappa[coders.length === 2 ? 'cohen' : 'fleiss'];
  const empty = coders.map(() => '');
  const setCells = cells(words, { ...all, units: sets.units, alpha: sets.alpha, interval: sets.interval });
  const [units, alpha, bounds] = [setCells[0]!, setCells.at(-3)!, setCells.at(-2)!];
  const isDeep = themes.some(({ theme }) => theme.themes.length > 0);
  return {
    head: [words.head.theme, words.head.units[unit], ...coders, words.head.share, kappa, 'α', '95 %', 'AC1'],
    rows: [
      ...themes.filter(({ figures }) => hasFigure(figures)).map(({ theme, figures }) => [indented(theme), ...cells(words, figures)]),
      [words.all, ...cells(words, all)],
      ...(isDeep ? [[words.top, ...cells(words, top)]] : []),
      ...(sets.units > 0 ? [[words.sets, units, ...empty, '', '', alpha, bounds, '']] : []),
    ],
  };
}

/** Does an interval hold one of the limits? */
const isOpen = ({ interval }: Figures): boolean =>
  interval !== undefined && LIMITS.some((limit) => interval.low < limit && limit <= interval.high);

/** The themes that coders most often do not all put on the same units. */
function mostContested({ disagreements, themes }: Agreement): { label: string; units: number }[] {
  const differing = disagreements.map(({ said }) => new Set(said.flat()));
  return themes
    .map(({ theme }) => ({ label: theme.label, units: differing.filter((set) => set.has(theme)).length }))
    .filter(({ units }) => units > 1)
    .sort((a, b) => b.units - a.units)
    .slice(0, MOST_CONTESTED);
}

/** What the figures say, in sentences; one for each line of thought. */
export function agreementReading(agreement: Agreement, language: Language): readonly string[] {
  const words = agreementWords[language];
  const { themes, all } = agreement;
  const used = themes.filter(({ figures }) => hasFigure(figures));
  const [reliable, tentative] = LIMITS;
  const reading: Reading = {
    agreement,
    band: typeof all.alpha !== 'number' ? undefined : all.alpha >= reliable ? 'reliable' : all.alpha >= tentative ? 'tentative' : 'low',
    isOpen: isOpen(all),
    rare: used.filter(({ figures }) => figures.coded.every((n) => n < FEW)).length,
    used: used.length,
    few: FEW,
    isThin: agreement.units < ENOUGH_UNITS,
    contested: mostContested(agreement),
    lacksInterval: used.some(({ figures }) => figures.interval === undefined),
  };
  const without = (reason: NoFigure): string[] => {
    const labels = themes.filter(({ figures }) => figures.alpha === reason).map(({ theme }) => theme.label);
    return labels.length === 0 ? [] : [words.noFigure(reason, labels)];
  };
  return [...words.reading(reading), ...without('nothing varies'), ...without('no units')];
}

/** A disagreement: where it stands, what was said there, and what each coder makes of it. */
export function disagreementText(
  { transcript, turn, span, said }: Disagreement,
  coders: readonly string[],
): {
  place: string;
  quote: string;
  said: string;
} {
  const makesOfIt = coders.map((coder, i) => `${coder}: ${said[i]!.map(({ id }) => id).join(', ') || '–'}`);
  return {
    place: placeOf(transcript, turn, span),
    quote: `”${transcript.text.slice(span.start, span.end).replace(/\s+/g, ' ')}”`,
    said: makesOfIt.join(' · '),
  };
}

/** How good the rules are, a theme a row; themes neither proposed nor borne are left out. */
export function ruleTable({ themes, all, top, misplaced }: RuleScore, language: Language): Table {
  const words = agreementWords[language];
  const part = (share: number | undefined, n: number, of: number): string =>
    share === undefined ? words.nothing : `${words.percent(share)} (${n}/${of})`;
  const row = (label: string, { precision, recall, f1, right, proposed, found, borne }: RuleFigures): string[] => {
    const recalled = part(recall, found, borne);
    if (misplaced) return [label, recalled];
    return [label, part(precision, right, proposed), recalled, f1 === undefined ? words.nothing : words.figure(f1, 2)];
  };
  const isDeep = themes.some(({ theme }) => theme.themes.length > 0);
  const [theme, precision, recall, f1] = words.ruleHead;
  return {
    head: misplaced ? [theme, recall] : [theme, precision, recall, f1],
    rows: [
      ...themes.filter(({ figures }) => figures.proposed + figures.borne > 0).map(({ theme, figures }) => row(indented(theme), figures)),
      row(words.all, all),
      ...(isDeep ? [row(words.top, top)] : []),
    ],
  };
}
