import { Box } from 'ink';
import type { ReactNode } from 'react';
import { clip, columnsOf } from '../../text/width.ts';
import type { Option } from '../state.ts';
import { Rule, Styled } from './text.tsx';

interface Props {
  readonly title: string;
  readonly query: string;
  readonly options: readonly Option[];
  readonly selected: number;
  readonly empty: string;
  readonly hint: string;
  readonly width: number;
  readonly height: number;
}

/** A list that is searched by typing; the one in the middle is taken. */
export function Chooser({ title, query, options, selected, empty, hint, width, height }: Props): ReactNode {
  const room = Math.max(1, height - 3);
  const first = Math.max(0, Math.min(selected - Math.floor(room / 2), options.length - room));
  const shown = options.slice(first, first + room);
  return (
    <Box flexDirection="column" height={height}>
      <Box>
        <Styled style={{ bold: true }}>{`${title}: `}</Styled>
        <Styled style={{}}>{query}</Styled>
        <Styled style={{ inverse: true }}>_</Styled>
      </Box>
      <Rule width={width} />
      {shown.length === 0 && <Styled style={{ dim: true }}>{`  ${empty}`}</Styled>}
      {shown.map(({ id, label, detail }, i) => {
        const isSelected = first + i === selected;
        const name = `${isSelected ? '▸ ' : '  '}${clip(label, width - 2)}`;
        const left = width - columnsOf(name) - 2;
        return (
          <Box key={id}>
            <Styled style={isSelected ? { bold: true } : {}}>{name}</Styled>
            {left > 8 && <Styled style={{ dim: true }}>{`  ${clip(detail, left)}`}</Styled>}
          </Box>
        );
      })}
      <Box flexGrow={1} />
      <Styled style={{ dim: true }}>{clip(hint, width)}</Styled>
    </Box>
  );
}
