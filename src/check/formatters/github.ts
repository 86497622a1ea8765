import type { Formatter } from './formatter.ts';

const inMessage = (text: string): string => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
const inProperty = (text: string): string => inMessage(text).replaceAll(':', '%3A').replaceAll(',', '%2C');

/** Workflow commands, which GitHub Actions shows on the lines of a pull request. */
export const github: Formatter = (checked) =>
  checked
    .flatMap((one) => one.problems)
    .map(({ rule, severity, message, place, hint }) => {
      const properties = { file: place.path, line: place.line, col: place.column, title: `codify ${rule}` };
      const written = Object.entries(properties)
        .filter(([, value]) => value !== undefined)
        .map(([key, value]) => `${key}=${inProperty(String(value))}`);
      const said = hint === undefined ? message : `${message} (${hint})`;
      return `::${severity === 'error' ? 'error' : 'warning'} ${written.join(',')}::${inMessage(said)}\n`;
    })
    .join('');
