import { Box, Text } from 'ink';
import { createContext, useContext, type Context, type ReactNode } from 'react';
import type { Line, Piece, Tone } from '../lines.ts';

/** Without colours nothing is styled; what must be told apart is told by characters. */
export const Marked: Context<boolean> = createContext(false);

interface Style {
  readonly bold?: boolean;
  readonly dim?: boolean;
  readonly underline?: boolean;
  readonly inverse?: boolean;
  /** Those of the sixteen that read on light and on dark ground. */
  readonly color?: 'magenta' | 'green' | 'red';
}

const STYLES: Readonly<Record<Tone, Style>> = {
  plain: {},
  strong: { bold: true },
  faint: { dim: true },
  hit: { underline: true },
  'strong hit': { bold: true, underline: true, color: 'magenta' },
  'faint hit': { dim: true, underline: true },
};

/** A text on one line, cut where there is no room for it. */
export function Styled({ children, style }: { children: ReactNode; style: Style }): ReactNode {
  const plain = useContext(Marked);
  const { bold = false, dim = false, underline = false, inverse = false, color } = plain ? {} : style;
  return (
    <Text bold={bold} dimColor={dim} underline={underline} inverse={inverse} wrap="truncate" {...(color !== undefined && { color })}>
      {children}
    </Text>
  );
}

/** Pieces of text beside each other on one line. */
export function Pieces({ pieces }: { pieces: readonly Piece[] }): ReactNode {
  return (
    <Text wrap="truncate">
      {pieces.map(({ text, tone }, i) => (
        <Styled key={i} style={STYLES[tone]}>
          {text}
        </Styled>
      ))}
    </Text>
  );
}

/** A line of a turn with its bar in the margin. */
export function TurnLine({ line }: { line: Line }): ReactNode {
  const { bar, pieces } = line;
  return (
    <Text wrap="truncate">
      <Styled style={bar === '▌' ? { bold: true } : { dim: true }}>{`${bar} `}</Styled>
      <Pieces pieces={pieces} />
    </Text>
  );
}

/** A line across the screen, or with a height one down it. */
export function Rule({ width, height = 1 }: { width: number; height?: number }): ReactNode {
  const plain = useContext(Marked);
  const across = height === 1;
  const sides = { borderTop: across, borderLeft: !across, borderRight: false, borderBottom: false };
  return <Box width={width} height={height} borderStyle="single" borderDimColor={!plain} {...sides} />;
}
