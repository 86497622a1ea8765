import { formatPlace } from '../../errors.ts';
import type { Problem } from '../../model.ts';
import type { Formatter } from './formatter.ts';

// What XML 1.0 cannot hold, however it is written.
const NO_XML = /[^\t\n\r\x20-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;
const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\n': '&#10;',
  '\r': '&#13;',
  '\t': '&#9;',
};

const escaped = (text: string): string => text.replace(NO_XML, '\ufffd').replace(/[&<>"\n\r\t]/g, (char) => ESCAPES[char]!);

function testcase({ rule, severity, message, place, hint }: Problem): string {
  const said = hint === undefined ? message : `${message} (${hint})`;
  return `    <testcase classname="${escaped(place.path)}" name="${escaped(`${rule} ${formatPlace(place)}`)}">
      <failure type="${severity}" message="${escaped(said)}">${escaped(`${formatPlace(place)}: ${said}`)}</failure>
    </testcase>
`;
}

/** JUnit XML: a suite for each codebook, a failed case for each problem, and one that passed where there is none. */
export const junit: Formatter = (checked) => {
  const suites = checked.map(({ path, problems }) => {
    const name = escaped(path);
    const cases = problems.length === 0 ? `    <testcase classname="${name}" name="codify check"/>\n` : problems.map(testcase).join('');
    return `  <testsuite name="${name}" tests="${Math.max(problems.length, 1)}" failures="${problems.length}">\n${cases}  </testsuite>\n`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="codify check">\n${suites.join('')}</testsuites>\n`;
};
