import type { Problem } from '../../model.ts';
import { rules } from '../rules/index.ts';
import type { Formatter } from './formatter.ts';

const level = (severity: Problem['severity']): string => (severity === 'error' ? 'error' : 'warning');

/** A path as a URI: relative ones stay so, which is what places them in a repository. */
function uriOf(path: string): string {
  const parts = path.replaceAll('\\', '/').split('/').map(encodeURIComponent).join('/');
  return path.startsWith('/') ? `file://${parts}` : parts;
}

/** SARIF 2.1.0, as code scanning reads it. */
export const sarif: Formatter = (checked, { version }) => {
  const results = checked
    .flatMap((one) => one.problems)
    .map(({ rule, severity, message, place, hint }) => ({
      ruleId: rule,
      ruleIndex: rules.findIndex((one) => one.id === rule),
      level: level(severity),
      message: { text: hint === undefined ? message : `${message} (${hint})` },
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: uriOf(place.path) },
            region: { startLine: place.line ?? 1, startColumn: place.column ?? 1 },
          },
        },
      ],
    }));
  const driver = {
    name: 'codify',
    version,
    rules: rules.map(({ id, severity, why }) => ({
      id,
      shortDescription: { text: why },
      help: { text: why },
      defaultConfiguration: { level: level(severity) },
    })),
  };
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [{ tool: { driver }, columnKind: 'utf16CodeUnits', results }],
  };
  return `${JSON.stringify(log, undefined, 2)}\n`;
};
