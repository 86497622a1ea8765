import { Box } from 'ink';
import type { ReactNode } from 'react';
import type { Language } from '../../model.ts';
import { columnsOf } from '../../text/width.ts';
import { KEYS, type KeyEntry } from '../keys.ts';
import { nameOfKey } from '../words.ts';
import { Styled } from './text.tsx';

interface Hint {
  readonly key: string;
  readonly says: string;
}

const GAP = '  ';

const widthOf = ({ key, says }: Hint): number => columnsOf(`${key} ${says}${GAP}`);

/** So many lines the keys take. */
export const FOOT_LINES = 2;

/** As many of the keys as there is room for, in the order of the help; help itself always, at the end. */
function hintsFor(language: Language, width: number): Hint[][] {
  const hint = ({ keys, short }: KeyEntry): Hint[] => (short ? [{ key: nameOfKey(keys[0], language), says: short[language] }] : []);
  const help = KEYS.filter(({ act }) => act === 'help').flatMap(hint);
  const lines: Hint[][] = [[]];
  let left = width;
  for (const one of KEYS.filter(({ act }) => act !== 'help').flatMap(hint)) {
    const isLast = lines.length === FOOT_LINES;
    const needed = widthOf(one) - GAP.length + (isLast ? help.reduce((sum, other) => sum + widthOf(other), 0) : 0);
    if (needed > left) {
      if (isLast) break;
      lines.push([]);
      left = width;
    }
    lines.at(-1)!.push(one);
    left -= widthOf(one);
  }
  lines.at(-1)!.push(...help);
  return lines;
}

/** The keys a hand needs most. */
export function Foot({ language, width }: { language: Language; width: number }): ReactNode {
  return (
    <Box flexDirection="column" height={FOOT_LINES}>
      {hintsFor(language, width).map((line) => (
        <Box key={line[0]!.key} columnGap={GAP.length}>
          {line.map(({ key, says }) => (
            <Box key={key}>
              <Styled style={{ bold: true }}>{key}</Styled>
              <Styled style={{ dim: true }}>{` ${says}`}</Styled>
            </Box>
          ))}
        </Box>
      ))}
    </Box>
  );
}
