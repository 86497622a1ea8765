import type { Agreement } from '../analysis/agreement/agreement.ts';
import type { NoFigure } from '../analysis/agreement/coefficients.ts';
import type { RuleScore } from '../analysis/agreement/rules.ts';
import type { UnitKind } from '../analysis/agreement/units.ts';
import type { Language } from '../model.ts';

/** Krippendorff's limits: reliable from the first, good for tentative conclusions from the second (2004, p. 241). */
export const LIMITS = [0.8, 0.667] as const;

/** What there is to say of how far coders agree, beside the table. */
export interface Reading {
  readonly agreement: Agreement;
  /** Where alpha over all themes stands among the limits, when it is a figure. */
  readonly band: 'reliable' | 'tentative' | 'low' | undefined;
  /** Its interval goes over a limit. */
  readonly isOpen: boolean;
  /** How many of the themes in use stand on few units. */
  readonly rare: number;
  readonly used: number;
  /** Fewer units than that are few. */
  readonly few: number;
  /** All figures rest on few units. */
  readonly isThin: boolean;
  /** The themes coders disagree on most often, and on how many units. */
  readonly contested: readonly { readonly label: string; readonly units: number }[];
  /** A theme in the table has no interval. */
  readonly lacksInterval: boolean;
}

/** The words of agreement in the codebook's language. */
export interface AgreementWords {
  readonly head: { readonly theme: string; readonly units: Readonly<Record<UnitKind, string>>; readonly share: string };
  readonly kappa: Readonly<Record<'cohen' | 'fleiss', string>>;
  readonly all: string;
  readonly top: string;
  readonly sets: string;
  figure(value: number, digits: number): string;
  percent(value: number): string;
  /** What was compared, and what the figures say of it. */
  reading(reading: Reading): readonly string[];
  noFigure(reason: NoFigure, themes: readonly string[]): string;
  /** How the figures are worked out, for a report's appendix. */
  method(coders: number): string;
  disagreements(count: number, unit: UnitKind): string;
  readonly howToSee: string;
  readonly disagreementsTitle: string;
  readonly nothing: string;
  readonly ruleHead: readonly [theme: string, precision: string, recall: string, f1: string];
  ruleReading(score: RuleScore): readonly string[];
}

const list = (items: readonly string[], and: string): string =>
  items.length < 2 ? (items[0] ?? '') : `${items.slice(0, -1).join(', ')} ${and} ${items.at(-1)}`;

const decimal = (value: number, digits: number, comma: string): string =>
  value
    .toFixed(digits)
    .replace(/^-(0\.?0*)$/, '$1')
    .replace('-', '−')
    .replace('.', comma);

const da = (value: number, digits = 2): string => decimal(value, digits, ',');
const en = (value: number, digits = 2): string => decimal(value, digits, '.');

const daPercent = (value: number): string => `${da(value * 100, 1)} %`;
const enPercent = (value: number): string => `${en(value * 100, 1)}%`;

export const agreementWords: Readonly<Record<Language, AgreementWords>> = {
  da: {
    head: { theme: 'tema', units: { sentences: 'sætn.', turns: 'svar' }, share: 'enige' },
    kappa: { cohen: 'κ', fleiss: 'κ (Fleiss)' },
    all: 'alle temaer, hvert for sig',
    top: 'de øverste temaer',
    sets: 'temaerne som mængder (MASI)',
    figure: da,
    percent: daPercent,
    reading({ agreement, band, isOpen, rare, used, few, isThin, contested, lacksInterval }) {
      const { coders, unit, units, whole, interviews, all } = agreement;
      const what = unit === 'sentences' ? ['sætning', 'sætninger'] : ['svar', 'svar'];
      const count = (n: number): string => `${n} ${what[n === 1 ? 0 : 1]}`;
      const where = interviews.map((one) => `${one.transcript.id} ${one.units}`).join(', ');
      const shown =
        whole === units
          ? 'Alle er vist i deres helhed, så også de uden tema tæller med.'
          : `${whole === 0 ? 'Ingen' : whole} af dem er vist i deres helhed. Ellers sammenlignes kun de temaer, der var foreslået, og hvad alle overså, ses ikke.`;
      const verdict = {
        reliable: 'Det er over 0,80, som Krippendorff kalder pålideligt',
        tentative: 'Det er under 0,80, som Krippendorff kalder pålideligt, men over 0,667, hvor forsigtige konklusioner kan drages',
        low: 'Det er under 0,667, som Krippendorff sætter som grænsen for selv forsigtige konklusioner',
      };
      return [
        `${list(coders, 'og')} er sammenlignet på ${count(units)} (${where}). ${shown}`,
        ...(typeof all.alpha === 'number' && band
          ? [
              `Over alle temaer er Krippendorffs α ${da(all.alpha)}${all.interval ? ` (95 %-interval ${da(all.interval.low)} til ${da(all.interval.high)})` : ''}. ` +
                `${verdict[band]}; grænserne er en konvention.${isOpen ? ' Intervallet rækker over en grænse, så tallet afgør det ikke.' : ''}`,
            ]
          : []),
        ...(isThin ? [`Med kun ${count(units)} er alle tallene usikre.`] : []),
        ...(rare > 0 && !isThin
          ? [
              `${rare === used ? 'Alle' : `${rare} af de ${used}`} temaer i brug står på færre end ${few} ${what[1]} hos hver koder. Dér er κ og α følsomme: En enkelt uenighed gør dem lave, ` +
                'selv om koderne er enige om næsten alle enheder. AC1 følger enigheden, men siger lidt om sjældne temaer.',
            ]
          : []),
        ...(contested.length > 0 ? [`Flest uenigheder: ${contested.map((one) => `${one.label} (${one.units})`).join('; ')}.`] : []),
        ...(lacksInterval ? ['Et interval mangler, hvor temaet er for sjældent til at trække et af.'] : []),
      ];
    },
    noFigure: (reason, themes) =>
      reason === 'nothing varies'
        ? `Ikke defineret, for alle siger det samme om alle enheder: ${themes.join('; ')}.`
        : `Ikke vist til alle koderne: ${themes.join('; ')}.`,
    method: (coders) =>
      `κ er ${coders === 2 ? 'Cohens (1960)' : 'Fleiss’ (1971)'}, α er Krippendorffs (2004) for nominale data, AC1 er Gwets (2008). Et temas undertemaer tæller med i temaet. ` +
      'For flere temaer under ét er den observerede og den forventede enighed gennemsnit over temaerne (De Vries m.fl. 2008). For mængder af temaer måles afstanden med MASI ' +
      '(Passonneau 2006). Intervallerne er percentiler af 1.000 trækninger af enheder med tilbagelægning.',
    disagreements: (n, unit) =>
      n === 0 ? 'Ingen uenighed.' : `Uenighed på ${n} ${unit === 'sentences' ? (n === 1 ? 'sætning' : 'sætninger') : 'svar'}`,
    howToSee: '--disagreements viser dem',
    disagreementsTitle: 'Uenigheder',
    nothing: '–',
    ruleHead: ['tema', 'præcision', 'genfinding', 'F1'],
    ruleReading({ coder, unit, units, whole, all, misplaced }) {
      const [one, many] = unit === 'sentences' ? ['sætning', 'sætninger'] : ['svar', 'svar'];
      const share = (value: number | undefined): string => (value === undefined ? 'ikke defineret' : daPercent(value));
      if (misplaced) {
        const what = unit === 'turns' ? (units === 1 ? 'citat' : 'citater') : units === 1 ? one : many;
        const { near, elsewhere, nowhere } = misplaced;
        const rest = [
          near > 0 && `${near} kun foreslået til et andet tema under samme overordnede tema`,
          elsewhere > 0 && `${elsewhere} kun foreslået til helt andre temaer`,
          nowhere > 0 && `${nowhere} ikke foreslået til noget`,
        ].filter((one) => one !== false);
        return [
          `Reglerne er holdt op mod en udgivet rapport (${coder}) på ${units} ${what}. Af ${all.borne} placeringer finder reglerne ${all.found} under rapportens tema eller et undertema af det (genfinding ${share(all.recall)}).${rest.length > 0 ? ` De øvrige: ${rest.join(', ')}.` : ''}`,
          'Om præcision siger en rapport intet: Et citat står ét sted, men kan høre til flere temaer, og det, der ikke blev trykt, er her ikke. Trykte citater er valgt, fordi de er tydelige; i hele interview finder reglerne nok en mindre del.',
        ];
      }
      return [
        `Reglerne er holdt op mod ${coder} på ${units} ${units === 1 ? one : many}. Af ${all.proposed} forslag er ${all.right} rigtige (præcision ${share(all.precision)}).`,
        whole === 0
          ? `Ingen ${one} er vist ${coder} i sin helhed, så hvad reglerne overser, kan ikke ses: Gå et interview igennem fra ende til anden.`
          : `Hvad reglerne overser, ses kun på de ${whole} ${many}, der er vist ${coder} i deres helhed: Dér står ${all.borne} temaer, og reglerne finder ${all.found} (genfinding ${share(all.recall)}). F1 er det harmoniske gennemsnit.`,
      ];
    },
  },
  en: {
    head: { theme: 'theme', units: { sentences: 'sent.', turns: 'turns' }, share: 'agree' },
    kappa: { cohen: 'κ', fleiss: 'κ (Fleiss)' },
    all: 'all themes, each by itself',
    top: 'the themes at the top',
    sets: 'themes as sets (MASI)',
    figure: en,
    percent: enPercent,
    reading({ agreement, band, isOpen, rare, used, few, isThin, contested, lacksInterval }) {
      const { coders, unit, units, whole, interviews, all } = agreement;
      const what = unit === 'sentences' ? ['sentence', 'sentences'] : ['turn', 'turns'];
      const count = (n: number): string => `${n} ${what[n === 1 ? 0 : 1]}`;
      const where = interviews.map((one) => `${one.transcript.id} ${one.units}`).join(', ');
      const shown =
        whole === units
          ? 'All were shown as a whole, so those without a theme count too.'
          : `${whole === 0 ? 'None' : whole} of them were shown as a whole. Otherwise only the themes proposed there are compared, and what all overlooked is not seen.`;
      const verdict = {
        reliable: 'It is above 0.80, which Krippendorff calls reliable',
        tentative: 'It is below 0.80, which Krippendorff calls reliable, but above 0.667, where tentative conclusions may be drawn',
        low: "It is below 0.667, Krippendorff's limit for even tentative conclusions",
      };
      return [
        `${list(coders, 'and')} are compared on ${count(units)} (${where}). ${shown}`,
        ...(typeof all.alpha === 'number' && band
          ? [
              `Over all themes Krippendorff's α is ${en(all.alpha)}${all.interval ? ` (95% interval ${en(all.interval.low)} to ${en(all.interval.high)})` : ''}. ` +
                `${verdict[band]}; the limits are a convention.${isOpen ? ' The interval goes over a limit, so the figure does not settle it.' : ''}`,
            ]
          : []),
        ...(isThin ? [`With ${count(units)} only, all figures are uncertain.`] : []),
        ...(rare > 0 && !isThin
          ? [
              `${rare === used ? 'All' : `${rare} of the ${used}`} themes in use stand on fewer than ${few} ${what[1]} with each coder. There κ and α are sensitive: a single disagreement makes them low ` +
                'although the coders agree on nearly all units. AC1 follows the agreement, but says little of rare themes.',
            ]
          : []),
        ...(contested.length > 0 ? [`Most disagreements: ${contested.map((one) => `${one.label} (${one.units})`).join('; ')}.`] : []),
        ...(lacksInterval ? ['An interval is missing where a theme is too rare to draw one.'] : []),
      ];
    },
    noFigure: (reason, themes) =>
      reason === 'nothing varies'
        ? `Not defined, for all say the same of all units: ${themes.join('; ')}.`
        : `Not shown to all coders: ${themes.join('; ')}.`,
    method: (coders) =>
      `κ is ${coders === 2 ? "Cohen's (1960)" : "Fleiss' (1971)"}, α is Krippendorff's (2004) for nominal data, AC1 is Gwet's (2008). What is under a theme counts as the theme. ` +
      'For several themes as one, observed and expected agreement are means over the themes (De Vries et al. 2008). For sets of themes the distance is MASI (Passonneau 2006). ' +
      'The intervals are percentiles of 1,000 draws of units with replacement.',
    disagreements: (n, unit) =>
      n === 0
        ? 'No disagreement.'
        : `Disagreement on ${n} ${unit === 'sentences' ? (n === 1 ? 'sentence' : 'sentences') : n === 1 ? 'turn' : 'turns'}`,
    howToSee: '--disagreements shows them',
    disagreementsTitle: 'Disagreements',
    nothing: '–',
    ruleHead: ['theme', 'precision', 'recall', 'F1'],
    ruleReading({ coder, unit, units, whole, all, misplaced }) {
      const [one, many] = unit === 'sentences' ? ['sentence', 'sentences'] : ['turn', 'turns'];
      const share = (value: number | undefined): string => (value === undefined ? 'not defined' : enPercent(value));
      if (misplaced) {
        const what = unit === 'turns' ? (units === 1 ? 'quote' : 'quotes') : units === 1 ? one : many;
        const { near, elsewhere, nowhere } = misplaced;
        const rest = [
          near > 0 && `${near} proposed only for another theme below the same one at the top`,
          elsewhere > 0 && `${elsewhere} proposed only for quite other themes`,
          nowhere > 0 && `${nowhere} not proposed for any theme`,
        ].filter((one) => one !== false);
        return [
          `The rules are held against a published report (${coder}) on ${units} ${what}. Of ${all.borne} placings the rules find ${all.found} under the report's theme or one below it (recall ${share(all.recall)}).${rest.length > 0 ? ` The others: ${rest.join(', ')}.` : ''}`,
          'Of precision a report says nothing: a quote stands in one place but may belong to several themes, and what was not printed is not here. Printed quotes are chosen because they are clear; in whole interviews the rules probably find a smaller share.',
        ];
      }
      return [
        `The rules are held against ${coder} on ${units} ${units === 1 ? one : many}. Of ${all.proposed} proposals ${all.right} are right (precision ${share(all.precision)}).`,
        whole === 0
          ? `No ${one} was shown to ${coder} as a whole, so what the rules miss cannot be seen: walk an interview from end to end.`
          : `What the rules miss is seen only on the ${whole} ${many} shown to ${coder} as a whole: there stand ${all.borne} themes, and the rules find ${all.found} (recall ${share(all.recall)}). F1 is the harmonic mean.`,
      ];
    },
  },
};
