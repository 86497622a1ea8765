import { formatPlace } from '../../errors.ts';
import type { Problem } from '../../model.ts';
import { escapeMarkup as escaped } from '../../text/markup.ts';
import type { Formatter } from './formatter.ts';

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
