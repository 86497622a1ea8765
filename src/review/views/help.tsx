import { Box } from 'ink';
import type { ReactNode } from 'react';
import type { Language } from '../../model.ts';
import { clip, columnsOf } from '../../text/width.ts';
import { KEYS, type KeyGroup } from '../keys.ts';
import { nameOfKey, reviewWords } from '../words.ts';
import { Styled } from './text.tsx';

interface HelpLine {
  readonly keys: string;
  readonly does: string;
}

const GROUPS: readonly (readonly KeyGroup[])[] = [
  ['verdict', 'on', 'report'],
  ['extent', 'choice', 'session'],
];
const KEY_WIDTH = 10;

function helpOf(group: KeyGroup, language: Language): HelpLine[] {
  return KEYS.filter((entry) => entry.group === group).map(({ keys, does }) => ({
    keys: keys.map((key) => nameOfKey(key, language)).join(' '),
    does: does[language],
  }));
}

/** All keys, in two columns. */
export function Help({ language, width }: { language: Language; width: number }): ReactNode {
  const words = reviewWords[language];
  const half = Math.floor((width - 2) / 2);
  return (
    <Box columnGap={2}>
      {GROUPS.map((groups) => (
        <Box key={groups[0]} flexDirection="column" width={half}>
          {groups.map((group) => (
            <Box key={group} flexDirection="column">
              <Styled style={{ bold: true }}>{clip(words.groups[group], half)}</Styled>
              {helpOf(group, language).map(({ keys, does }) => (
                <Box key={keys}>
                  <Styled style={{}}>{`${keys}${' '.repeat(Math.max(1, KEY_WIDTH - columnsOf(keys)))}`}</Styled>
                  <Styled style={{ dim: true }}>{clip(does, half - Math.max(KEY_WIDTH, columnsOf(keys) + 1))}</Styled>
                </Box>
              ))}
            </Box>
          ))}
        </Box>
      ))}
    </Box>
  );
}
