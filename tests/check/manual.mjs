// Writes the manual of the rules into codebooks/README.md: npm run manual
import { readFileSync, writeFileSync } from 'node:fs';

export const MANUAL = new URL('../../codebooks/README.md', import.meta.url);
const PLACE = /(<!-- rules: made by npm run manual -->\n)[\s\S]*(<!-- \/rules -->)/;

function page({ id, severity, why, passing, failing, said, check }) {
  const level = check || severity === 'warn' ? severity : `${severity}, always`;
  const spoken = said ? `In an interview somebody says: *${said.length > 90 ? `${said.slice(0, 60).trimEnd()} …` : said}*\n\n` : '';
  return `### ${id} (${level})

${why}

${spoken}\`\`\`yaml
# in order
${passing.trim()}
# told of
${failing.trim()}
\`\`\`
`;
}

/** The manual with the pages of these rules in it. */
export function withPages(manual, rules) {
  return manual.replace(PLACE, (_, open, close) => `${open}\n${rules.map(page).join('\n')}\n${close}`);
}

if (process.argv[1] === new URL(import.meta.url).pathname) {
  const { rules } = await import('../../dist/check/rules/index.js');
  writeFileSync(MANUAL, withPages(readFileSync(MANUAL, 'utf8'), rules));
}
