import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** The files that run commands take longest and are short: they begin first, so that no core waits for them in the end. */
class CommandsFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const runsCommands = ({ moduleId }: TestSpecification): boolean => /\/(?:scenarios|docs)\.test\.ts$/.test(moduleId);
    const sorted = await super.sort(files);
    return [...sorted.filter(runsCommands), ...sorted.filter((file) => !runsCommands(file))];
  }
}

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    setupFiles: ['tests/chance.ts'],
    // Test files share no state, so that each need not load the program anew.
    isolate: false,
    maxWorkers: '100%',
    sequence: { sequencer: CommandsFirst },
    testTimeout: process.env['HUNT'] === undefined ? 60_000 : 3_600_000,
    hookTimeout: 60_000,
    coverage: { provider: 'v8', include: ['src/**/*.ts'], reporter: ['text-summary'] },
  },
});
