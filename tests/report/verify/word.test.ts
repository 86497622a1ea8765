import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readParagraphs } from '../../../src/report/verify/paragraphs.ts';
import { folderWith } from '../../files/folder.ts';
import { ROOT, runWarm } from '../../scenarios/run.ts';
import { p, word } from '../../transcript/formats/word.ts';

const SAMPLE = join(ROOT, 'samples/fra-myndighed-til-partner');

interface Checked {
  readonly verdict: string;
  readonly quote: string;
  readonly line: number;
}
const verdicts = (report: string): Checked[] => JSON.parse(runWarm(`codify verify '${report}' --format json`, SAMPLE).stdout) as Checked[];
const withoutPlace = (checked: readonly Checked[]) => checked.map(({ verdict, quote }) => ({ verdict, quote }));

it('the quotations of a report are checked in Word as they are in Markdown, each with its paragraph', async () => {
  const folder = await folderWith({});
  const [markdown, document] = [join(folder, 'rapport.md'), join(folder, 'rapport.docx')];
  runWarm(`codify report -o '${markdown}'`, SAMPLE);
  writeFileSync(markdown, readFileSync(markdown, 'utf8').replace(/”[^”]{30}/, '”Det har ingen nogensinde sagt her'));
  const paragraphs = readParagraphs(readFileSync(markdown, 'utf8')).map(({ text }) => text.replaceAll('\n', ' '));
  writeFileSync(document, word(paragraphs.map((text) => p(text)).join('')));
  const inWord = verdicts(document);
  expect(inWord.filter(({ verdict }) => verdict === 'not found')).toHaveLength(1);
  expect(withoutPlace(inWord)).toEqual(withoutPlace(verdicts(markdown)));
  for (const { quote, line } of inWord) expect(paragraphs[line - 1]!.replaceAll(/\s+/g, ' ')).toContain(quote.slice(0, 30));
});
