import type { Choice, Merit, Obstacle } from '../analysis/choose.ts';
import type { Quote } from '../analysis/quotes.ts';
import { roleOrKind } from '../analysis/unknown.ts';
import type { Language } from '../model.ts';
import { placeOf } from './place.ts';
import { paint } from './paint.ts';

/*
 * Why a report prints these quotes and not the others, for people to read.
 */

interface WhyWords {
  /** What set a quote before others. */
  readonly merits: Readonly<Record<Merit, string>>;
  /** What stood in its way. */
  readonly obstacles: Readonly<Record<Exclude<Obstacle, 'printed'>, string>>;
  printed(under: string): string;
  readonly only: string;
}

const whyWords: Readonly<Record<Language, WhyWords>> = {
  da: {
    merits: {
      pinned: 'fastgjort',
      'new voice': 'personen er ikke citeret her endnu',
      accepted: 'accepteret',
      'strong evidence': 'tydeligt belæg',
      'stands alone': 'kan stå alene',
      'new role': 'ny stillingsgruppe her',
      'seldom quoted': 'personen er citeret mindre i rapporten',
      strongest: 'stærkest belæg',
      first: 'kommer først',
    },
    obstacles: {
      consent: 'personen vil ikke citeres',
      'her own': 'personen har nok, der er stærkere',
      banned: 'rummer ord, der ikke må trykkes',
      approval: 'personen har ikke godkendt det',
      opening: 'ordene åbner personens svar',
      'no room': 'der trykkes ingen citater her',
      pinned: 'er ikke fastgjort',
      'new voice': 'personen er citeret her allerede',
      accepted: 'er ikke accepteret',
      'strong evidence': 'spinkelt belæg',
      'stands alone': 'kan ikke stå alene',
      'new role': 'stillingsgruppen er hørt mere her',
      'seldom quoted': 'personen er citeret mere i rapporten',
      strongest: 'svagere belæg',
      first: 'kommer senere, ellers lige så godt',
    },
    printed: (under) => `ordene er trykt allerede under ${under}`,
    only: 'det eneste tilbage',
  },
  en: {
    merits: {
      pinned: 'pinned',
      'new voice': 'she is not quoted here yet',
      accepted: 'accepted',
      'strong evidence': 'clear evidence',
      'stands alone': 'stands alone',
      'new role': 'a role new here',
      'seldom quoted': 'she is quoted less in the report',
      strongest: 'strongest evidence',
      first: 'comes first',
    },
    obstacles: {
      consent: 'she does not want to be quoted',
      'her own': 'she has enough that is stronger',
      banned: 'has words that must not be printed',
      approval: 'she has not approved it',
      opening: 'the words open her answer',
      'no room': 'no quotes are printed here',
      pinned: 'is not pinned',
      'new voice': 'she is quoted here already',
      accepted: 'is not accepted',
      'strong evidence': 'thin evidence',
      'stands alone': 'does not stand alone',
      'new role': 'the role is heard more here',
      'seldom quoted': 'she is quoted more in the report',
      strongest: 'weaker evidence',
      first: 'comes later, else as good',
    },
    printed: (under) => `the words are printed already under ${under}`,
    only: 'the only one left',
  },
};

/** A choice: the quotes that are printed, numbered as they were chosen, then those passed over, each with the reasons. */
export function choiceText({ theme, chosen, passedOver }: Choice, language: Language): string {
  const words = whyWords[language];
  const entry = (mark: string, text: string, { transcript, turn, participant, span }: Quote, reasons: string): string =>
    `  ${mark} ”${text}” (${roleOrKind(participant)}) ${paint.dim(placeOf(transcript, turn, span))}\n    ${paint.dim(reasons)}\n`;
  const said = ({ transcript, span }: Quote): string => transcript.text.slice(span.start, span.end).replace(/\s+/g, ' ');
  return [
    `${paint.bold(theme.path.join(' › '))}\n`,
    ...chosen.map(({ printed, reasons }, i) => {
      const merits = reasons.map((merit) => words.merits[merit]);
      return entry(`${i + 1}`, printed.text, printed.quote, merits.length === 0 ? words.only : merits.join(', '));
    }),
    ...passedOver.map(({ quote, reason, under }) =>
      entry('–', said(quote), quote, reason === 'printed' ? words.printed(under!.path.join(' › ')) : words.obstacles[reason]),
    ),
  ].join('');
}
