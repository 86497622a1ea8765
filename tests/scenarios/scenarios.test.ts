import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { makeFolder, parseScenario, pattern, runCommand, runWarm, writeInto } from './run.ts';

const files = readdirSync(import.meta.dirname).filter((file) => file.endsWith('.scenario'));

describe('whole terminal sessions', () => {
  for (const file of files) {
    const scenario = parseScenario(readFileSync(join(import.meta.dirname, file), 'utf8'));
    it(`${file}: ${scenario.title}`, () => {
      const folder = makeFolder();
      // The first command of each session is the real one from start to end, the others are run where codify is at hand.
      let run = runCommand;
      try {
        for (const act of scenario.acts) {
          if ('file' in act) {
            writeInto(folder.path, act.file, act.text);
            continue;
          }
          const outcome = run(act.command, folder.path);
          run = runWarm;
          const seen = { stdout: outcome.stdout.trimEnd(), stderr: outcome.stderr.trimEnd(), status: outcome.status };
          const fits = pattern(act.stdout).test(seen.stdout) && pattern(act.stderr).test(seen.stderr) && act.status === seen.status;
          // Compared whole only when something is off, so that the difference is what a reader sees.
          if (!fits) expect({ command: act.command, ...seen }).toEqual(act);
        }
      } finally {
        folder.remove();
      }
    });
  }
});
