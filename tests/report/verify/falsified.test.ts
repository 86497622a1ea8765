import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findQuotations } from '../../../src/report/verify/quotations.ts';
import { readParagraphs } from '../../../src/report/verify/paragraphs.ts';
import { ROOT, runWarm } from '../../scenarios/run.ts';

const SAMPLE = join(ROOT, 'samples/faelles-om-opgaven');

const ROLES = new Set(['direktør', 'chef', 'leder', 'medarbejder']);

/** What can be done to a quotation; its words are those between the marks. */
const falsifications: readonly (readonly [name: string, falsify: (said: string, other: string) => string])[] = [
  ['a negation put in', (said) => said.replace(/ (er|var|har|kan|skal|vil) /, ' $1 ikke ')],
  ['a negation taken out', (said) => said.replace(/ ikke /, ' ')],
  ['a telling word for another', (said) => said.replace(/\p{L}{8,}/u, 'elefanterne')],
  ['a number made up', (said) => said.replace(/^(\S+ \S+) /, '$1 syvogtredive ')],
  ['words of praise put in', (said) => said.replace(/^(\S+ \S+ \S+) /, '$1 virkelig dygtige og loyale og gode ')],
  [
    'half of one and half of another',
    (said, other) => `${said.slice(0, said.indexOf(' ', said.length / 2))} ${other.slice(other.indexOf(' ', other.length / 2) + 1)}`,
  ],
  [
    'half of one and half of another with a cut',
    (said, other) => `${said.slice(0, said.indexOf(' ', said.length / 2))} […] ${other.slice(other.indexOf(' ', other.length / 2) + 1)}`,
  ],
  [
    'its halves turned about',
    (said) => `${said.slice(said.indexOf(' ', said.length / 2) + 1)} ${said.slice(0, said.indexOf(' ', said.length / 2))}`,
  ],
  [
    'every fourth word left out without a sign',
    (said) =>
      said
        .split(' ')
        .filter((_, i) => i % 4 !== 3)
        .join(' '),
  ],
  ['words nobody said', () => 'Det er de små ting i det daglige, der holder os samlet om den fælles opgave, og det skal vi værne om.'],
  [
    'what the interviewer said',
    () =>
      readFileSync(join(SAMPLE, 'interview/01.md'), 'utf8')
        .split('\n')
        .filter((line) => /^I: .{60}/.test(line))
        .map((line) => line.slice(3))[0]!,
  ],
];

describe('the report of the second sample', () => {
  let report = '';
  let folder = '';
  let printed: readonly { text: string; role: string | undefined }[] = [];
  const verified = (text: string) => {
    writeFileSync(join(folder, 'r.md'), text);
    return runWarm(`codify verify '${folder}/r.md'`, SAMPLE);
  };
  const longest = () =>
    printed.filter(({ text }) => text.includes(' ikke ') && / (er|var|har|kan|skal|vil) /.test(text) && !/[[\]…]/.test(text));

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'codify-'));
    runWarm(`codify report -o '${folder}/r.md'`, SAMPLE);
    report = readFileSync(join(folder, 'r.md'), 'utf8');
    printed = findQuotations(readParagraphs(report), (written) => ROLES.has(written));
  });

  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  it('stands, quotation by quotation', () => {
    expect(printed.length).toBeGreaterThan(40);
    expect(verified(report).status).toBe(0);
  });

  it.each(falsifications)('is caught with %s', (_, falsify) => {
    const [one, other] = [longest()[0]!, longest().at(-1)!];
    const false1 = falsify(one.text, other.text);
    expect(false1).not.toBe(one.text);
    const { status, stdout } = verified(report.replace(`”${one.text}”`, `”${false1}”`));
    expect(stdout.split('\n').filter((line) => /^(?:ikke fundet|forkert rolle)/.test(line))).toHaveLength(1);
    expect(status).toBe(1);
  });

  it('is caught with another role', () => {
    const { text, role } = longest()[0]!;
    const { status, stdout } = verified(report.replace(`”${text}” (${role})`, `”${text}” (${role === 'chef' ? 'leder' : 'chef'})`));
    expect(stdout).toMatch(/^forkert rolle/m);
    expect(status).toBe(1);
  });
});
