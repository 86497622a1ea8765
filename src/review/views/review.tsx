import { Box, useApp, useInput, useStdout, type Key } from 'ink';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import type { Decision } from '../../model.ts';
import { clip, columnsOf } from '../../text/width.ts';
import { optionsOf, press, type ReviewState } from '../state.ts';
import { reviewWords } from '../words.ts';
import { Chooser } from './chooser.tsx';
import { Foot, FOOT_LINES } from './foot.tsx';
import { Head } from './head.tsx';
import { Help } from './help.tsx';
import { Quote } from './quote.tsx';
import { Marked, Rule, Styled } from './text.tsx';

const LEAST = { width: 60, height: 16 };

const SPECIAL = [
  ['upArrow', 'up'],
  ['downArrow', 'down'],
  ['leftArrow', 'left'],
  ['rightArrow', 'right'],
  ['pageUp', 'page up'],
  ['pageDown', 'page down'],
  ['return', 'enter'],
  ['escape', 'escape'],
  ['tab', 'tab'],
  ['backspace', 'backspace'],
  ['delete', 'delete'],
] as const;

/** The names of the keys in what the terminal has sent: on a slow link, or pasted, several come at once. */
export function keysIn(input: string, key: Key): string[] {
  const special = SPECIAL.find(([flag]) => key[flag])?.[1];
  if (special) return [key.shift && /^(left|right)$/.test(special) ? `shift+${special}` : special];
  if (key.ctrl) return [`ctrl+${input}`];
  if (key.meta) return [];
  const names: Readonly<Record<string, string>> = { ' ': 'space', '\r': 'enter', '\n': 'enter', '\t': 'tab', '\u007f': 'backspace' };
  return [...input.normalize('NFC')].map((char) => names[char] ?? char);
}

/** How large the terminal is, also after it was made larger or smaller. */
function useSize(): { width: number; height: number } {
  const { stdout } = useStdout();
  const [size, setSize] = useState({ width: stdout.columns, height: stdout.rows });
  useEffect(() => {
    const measure = (): void => setSize({ width: stdout.columns, height: stdout.rows });
    stdout.on('resize', measure);
    return () => void stdout.off('resize', measure);
  }, [stdout]);
  return size;
}

interface Props {
  readonly begin: ReviewState;
  /** Puts decisions on the disk before it returns. */
  readonly write: (decisions: readonly Decision[]) => void;
  /** Is told the session after each key. */
  readonly onState?: (state: ReviewState) => void;
  /** Are hits set off by characters, for want of colours? */
  readonly marked: boolean;
}

/** The review: keys in, frames out. */
export function Review({ begin, write, onState, marked }: Props): ReactNode {
  const { exit } = useApp();
  const { width, height } = useSize();
  const [state, setState] = useState(begin);
  const latest = useRef(begin);
  useInput((input, key) => {
    try {
      for (const name of keysIn(input, key)) {
        if (latest.current.ended) return;
        const { state: after, decisions } = press(latest.current, name);
        if (decisions.length > 0) write(decisions);
        latest.current = after;
        onState?.(after);
      }
      setState(latest.current);
      if (latest.current.ended) exit();
    } catch (error) {
      exit(error instanceof Error ? error : new Error(String(error)));
    }
  });
  return (
    <Marked value={marked}>
      <Screen state={state} width={width} height={height} marked={marked} />
    </Marked>
  );
}

interface ScreenProps {
  readonly state: ReviewState;
  readonly width: number;
  readonly height: number;
  readonly marked: boolean;
}

function Screen({ state, width, height, marked }: ScreenProps): ReactNode {
  const { language } = state.desk.interviews.codebook;
  const words = reviewWords[language];
  if (width < LEAST.width || height < LEAST.height) return <Styled style={{}}>{clip(words.tooSmall, width)}</Styled>;
  // The head and its rule, the line of the message, and the keys.
  const room = height - 3 - FOOT_LINES;
  return (
    <Box flexDirection="column" width={width} height={height}>
      <Head state={state} words={words} width={width} />
      <Rule width={width} />
      <Box height={room}>
        <Body state={state} width={width} height={room} marked={marked} />
      </Box>
      <Message state={state} width={width} />
      <Foot language={language} width={width} />
    </Box>
  );
}

function Body({ state, width, height, marked }: ScreenProps): ReactNode {
  const { prompt, shown, help } = state;
  const { language } = state.desk.interviews.codebook;
  const words = reviewWords[language];
  if (help) return <Help language={language} width={width} />;
  if (prompt?.kind === 'choose') {
    const { about, query, selected } = prompt;
    const options = optionsOf(state, about, query);
    const texts = { title: words.choose[about], empty: words.nothingFound, hint: words.chooseHint };
    return <Chooser {...texts} query={query} options={options} selected={selected} width={width} height={height} />;
  }
  if (!shown) return <Styled style={{}}>{words.noneLeft}</Styled>;
  return <Quote state={state} shown={shown} words={words} width={width} height={height} marked={marked} />;
}

/** What the last key did, in the line above the keys, or the note that is being written. */
function Message({ state, width }: { state: ReviewState; width: number }): ReactNode {
  const { prompt, message, help } = state;
  const words = reviewWords[state.desk.interviews.codebook.language];
  if (prompt?.kind !== 'memo') {
    const said = clip(help ? words.anyKey : message, width - 8);
    const title = said && ` ${said} `;
    return (
      <Box>
        <Styled style={{ dim: true }}>──</Styled>
        <Styled style={{ bold: true }}>{title}</Styled>
        <Rule width={width - 2 - columnsOf(title)} />
      </Box>
    );
  }
  const hint = `  ${words.memoHint}`;
  const room = width - columnsOf(words.memo) - columnsOf(hint) - 4;
  return (
    <Box>
      <Styled style={{ bold: true }}>{`${words.memo}: `}</Styled>
      <Styled style={{}}>{[...prompt.text].slice(-room).join('')}</Styled>
      <Styled style={{ inverse: true }}>_</Styled>
      <Styled style={{ dim: true }}>{hint}</Styled>
    </Box>
  );
}
