import { Box } from 'ink';
import type { ReactNode } from 'react';
import { clip, columnsOf } from '../../text/width.ts';
import { cardOf, type CardLine } from '../card.ts';
import { hitsOf, type ReviewItem } from '../items.ts';
import type { Line } from '../lines.ts';
import { heightOf, layOut, pageOf, type Page } from '../page.ts';
import { othersOn } from '../queues.ts';
import { standingOf, themesOn, type ReviewState } from '../state.ts';
import type { ReviewWords } from '../words.ts';
import { Pieces, Rule, Styled, TurnLine } from './text.tsx';

/** So wide a screen has the theme beside the quote. */
const WIDE = 110;
const CARD_WIDTH = 42;
/** So many lines the theme has below the quote before it must give way to a long one. */
const CARD_HEIGHT = 7;

interface Props {
  readonly state: ReviewState;
  readonly shown: ReviewItem;
  readonly words: ReviewWords;
  readonly width: number;
  readonly height: number;
  readonly marked: boolean;
}

/** Where it stands and who says it, and what she has said of it. */
function Place({ state, shown, words, width }: Props): ReactNode {
  const { focus, said } = state;
  const { transcript, turn, participant } = shown;
  const { speaker, line, time } = transcript.turns[turn]!;
  const standing = standingOf(said, focus ?? shown, words);
  const place = [`${transcript.id}:${line}`, speaker, participant.role ?? words.withoutRole, time].filter(Boolean).join(' · ');
  return (
    <Box justifyContent="space-between" width={width}>
      <Styled style={{ dim: true }}>{clip(place, Math.max(10, width - columnsOf(standing) - 2))}</Styled>
      <Styled style={{ bold: true }}>{standing}</Styled>
    </Box>
  );
}

/** What each of the others says of what is in focus; who was shown it and put no such theme on it said that it is not there. */
function othersSay({ state: { focus, name, desk }, words }: Props): string[] {
  if (name !== 'disagreements' || !focus) return [];
  const says = new Map<string, Set<string>>();
  for (const { coder, theme, status, stance } of othersOn(desk.others, focus)) {
    if (theme === undefined) says.set(coder, says.get(coder) ?? new Set());
    else {
      const verdict =
        status === undefined ? words.seen : status === 'rejected' ? words.rejected : stance ? words.stances[stance] : words.accepted;
      says.set(coder, new Set([...(says.get(coder) ?? []), verdict]));
    }
  }
  return [...says].map(([coder, verdicts]) => `${coder}: ${[...verdicts].join(' / ') || words.withoutIt}`);
}

/** The other themes on the place and, where coders disagree, what the others say. */
function alsoHere(props: Props): string | undefined {
  const { state, shown, words } = props;
  const other = themesOn(state, shown).filter((one) => one.theme !== state.focus?.theme);
  const themes = other.map((one) => `${one.theme!.label} (${standingOf(state.said, one, words)})`);
  const others = othersSay(props);
  const lines = [
    others.length > 0 && `${words.othersSay}: ${others.join(', ')}`,
    themes.length > 0 && `${words.here}: ${themes.join(', ')}`,
  ].filter(Boolean);
  return lines.length > 0 ? lines.join(' · ') : undefined;
}

function cardIn(props: Props, size: { width: number; height: number; airy: boolean }): CardLine[] {
  const { state, words } = props;
  const also = alsoHere(props);
  return cardOf(state.focus?.theme, state.desk.interviews.codebook, size, words, also);
}

function Card({ lines }: { lines: readonly CardLine[] }): ReactNode {
  return (
    <Box flexDirection="column">
      {lines.map((line, i) => (
        <Pieces key={i} pieces={[line]} />
      ))}
    </Box>
  );
}

function Turn({ page, words }: { page: Page; words: ReviewWords }): ReactNode {
  return (
    <Box flexDirection="column">
      {page.question.map((line, i) => (
        <TurnLine key={`question ${i}`} line={line} />
      ))}
      {page.wordsBefore > 0 && <Styled style={{ dim: true }}>{`  ${words.before(page.wordsBefore)}`}</Styled>}
      {page.lines.map((line: Line, i) => (
        <TurnLine key={i} line={line} />
      ))}
      {page.wordsAfter > 0 && <Styled style={{ dim: true }}>{`  ${words.after(page.wordsAfter)}`}</Styled>}
    </Box>
  );
}

/** A quote or a stretch in its surroundings, and the theme beside it or below it. */
export function Quote(props: Props): ReactNode {
  const { state, shown, width, height, marked, words } = props;
  const { focus, scroll } = state;
  const { transcript, turn } = shown;
  const stretch = { transcript, turn, shown: shown.span, chosen: focus?.span, hits: hitsOf(focus?.theme ? focus : shown) };
  const isWide = width >= WIDE;
  const room = height - 1;
  const textWidth = isWide ? width - CARD_WIDTH - 3 : width;
  const card = { width: isWide ? CARD_WIDTH : width, airy: isWide };
  const whole = cardIn(props, { ...card, height: room });
  const layout = layOut(stretch, textWidth, marked);
  const cardHeight = isWide ? room : Math.min(whole.length, Math.max(CARD_HEIGHT, room - 1 - heightOf(layout)));
  const textHeight = isWide ? room : room - 1 - cardHeight;
  const page = pageOf(layout, textHeight, scroll * Math.ceil(textHeight / 2));
  const cardLines = cardHeight === room ? whole : cardIn(props, { ...card, height: cardHeight });
  return (
    <Box flexDirection="column" height={height}>
      <Place {...props} />
      {isWide ? (
        <Box>
          <Box width={textWidth} height={room}>
            <Turn page={page} words={words} />
          </Box>
          <Box paddingX={1}>
            <Rule width={1} height={room} />
          </Box>
          <Box width={CARD_WIDTH}>
            <Card lines={cardLines} />
          </Box>
        </Box>
      ) : (
        <>
          <Box height={textHeight}>
            <Turn page={page} words={words} />
          </Box>
          <Rule width={width} />
          <Card lines={cardLines} />
        </>
      )}
    </Box>
  );
}
