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

/** As many of the keys as there is room for, in the order of the help; help itself always. */
function hintsFor(language: Language, width: number): Hint[] {
  const hint = ({ keys, short }: KeyEntry): Hint[] => (short ? [{ key: nameOfKey(keys[0], language), says: short[language] }] : []);
  const help = KEYS.filter(({ act }) => act === 'help').flatMap(hint);
  const hints: Hint[] = [];
  let left = width - help.reduce((sum, one) => sum + widthOf(one), 0);
  for (const one of KEYS.filter(({ act }) => act !== 'help').flatMap(hint)) {
    left -= widthOf(one);
    if (left >= -GAP.length) hints.push(one);
    else break;
  }
  return [...hints, ...help];
}

/** The keys a hand needs most. */
export function Foot({ language, width }: { language: Language; width: number }): ReactNode {
  return (
    <Box>
      {hintsFor(language, width).map(({ key, says }, i) => (
        <Box key={key}>
          {i > 0 && <Styled style={{}}>{GAP}</Styled>}
          <Styled style={{ bold: true }}>{key}</Styled>
          <Styled style={{ dim: true }}>{` ${says}`}</Styled>
        </Box>
      ))}
    </Box>
  );
}
