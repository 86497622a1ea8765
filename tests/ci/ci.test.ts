import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { parseYaml } from '../../src/files/yaml.ts';
import { makeFolder, ROOT, runCommand, writeInto, type Outcome } from '../scenarios/run.ts';

const read = (file: string): string => readFileSync(join(ROOT, file), 'utf8');
const yaml = <T>(text: string): T => parseYaml(text, 'yaml').data as T;

const GOOD = `title: Bog
language: da
roles: { leder: { article: en, plural: ledere, definite: lederne } }
themes:
  - id: tid
    label: Tid
    definition: At have for lidt tid.
    include: Når der tales om travlhed.
    exclude: Mødetider og datoer.
    terms: [travlt]
    examples: [Vi har travlt.]
`;
const BAD = GOOD.replace('Vi har travlt.', 'Vi har sovet.');
const VAGUE = GOOD.replace(/ {4}exclude.*\n/, '');

/** A folder with these files, in which codify is a command as on a machine where it is installed. */
function installed(files: Readonly<Record<string, string>>): { path: string; run: (script: string, env?: string) => Outcome } {
  const folder = makeFolder();
  onTestFinished(folder.remove);
  for (const [name, text] of Object.entries(files)) writeInto(folder.path, name, text);
  writeInto(folder.path, 'bin/codify', `#!/bin/sh\nexec "${process.execPath}" "${join(ROOT, 'bin/codify.js')}" "$@"\n`);
  chmodSync(join(folder.path, 'bin/codify'), 0o755);
  writeFileSync(join(folder.path, 'script.sh'), '');
  return {
    path: folder.path,
    run: (script, env = '') => {
      writeFileSync(join(folder.path, 'script.sh'), script);
      return runCommand(`${env} PATH="$PWD/bin:$PATH" bash -e script.sh`, folder.path);
    },
  };
}

describe('the GitHub Action', () => {
  const action = yaml<{
    inputs: Record<string, { required?: boolean; default?: string }>;
    runs: { steps: { uses?: string; shell?: string; run?: string; env?: Record<string, string> }[] };
  }>(read('action.yml'));
  const { steps } = action.runs;
  const last = steps.at(-1)!;

  /** Runs the last step with these inputs, as a runner would. */
  function check(files: Readonly<Record<string, string>>, inputs: Readonly<Record<string, string>>): Outcome {
    const env = Object.entries(last.env!).map(([name, value]) => {
      const [, input = ''] = /^\$\{\{ inputs\.(\w+) \}\}$/.exec(value)!;
      return `${name}=$'${(inputs[input] ?? action.inputs[input]!.default!).replaceAll('\n', '\\n')}'`;
    });
    return installed(files).run(last.run!, env.join(' '));
  }

  it('hands every input to the shell as a variable, never as a part of the script', () => {
    expect(Object.values(last.env!).toSorted()).toEqual(
      Object.keys(action.inputs)
        .map((name) => `\${{ inputs.${name} }}`)
        .toSorted(),
    );
    for (const { run, shell } of steps.filter((step) => step.run !== undefined)) {
      expect(run).not.toContain('${{');
      expect(shell).toBe('bash');
    }
    expect(steps.map(({ uses }) => uses).filter(Boolean)).toEqual(['actions/setup-node@v4']);
  });

  it('passes a good codebook and tells on the line what is wrong with a bad one', () => {
    const files = { 'god.yaml': GOOD, 'bøger/en dårlig.yaml': BAD };
    expect(check(files, { codebooks: 'god.yaml' })).toMatchObject({ status: 0, stdout: '' });
    const { status, stdout } = check(files, { codebooks: 'god.yaml\nbøger/en dårlig.yaml\n' });
    expect(status).toBe(1);
    expect(stdout).toMatch(/^::error file=bøger\/en dårlig\.yaml,line=11,/);
    expect(stdout.trim().split('\n')).toHaveLength(1);
  });

  it('takes rules, strictness and interviews', () => {
    const files = { 'bog.yaml': VAGUE, 'interview/a.md': 'R1 (leder): Jeg har sovet.\n' };
    expect(check(files, { codebooks: 'bog.yaml' })).toMatchObject({ status: 0 });
    expect(check(files, { codebooks: 'bog.yaml', strict: 'true' })).toMatchObject({ status: 1 });
    const rules = 'incomplete-theme=off\nunmentioned-theme=error\nnever-found=off';
    expect(check(files, { codebooks: 'bog.yaml', strict: 'true', rules })).toMatchObject({ status: 0, stdout: '' });
    expect(check(files, { codebooks: 'bog.yaml', rules, with: 'interview' })).toMatchObject({ status: 1 });
  });
});

describe('the hook for pre-commit', () => {
  const [hook] = yaml<{ id: string; entry: string; files: string; exclude: string }[]>(read('.pre-commit-hooks.yaml'));
  const takes = (file: string): boolean => new RegExp(hook!.files).test(file) && !new RegExp(hook!.exclude).test(file);

  it.each([
    ['codebook.yaml', true],
    ['kodebog-2.yml', true],
    ['codebooks/fra-myndighed-til-partner.yaml', true],
    ['studie/kodebøger/en/anden.yaml', true],
    ['studie/codify.yaml', false],
    ['codebooks/codify.yaml', false],
    ['codebooks/codebook.schema.json', false],
    ['mit-codebook.yaml', false],
    ['.github/workflows/ci.yaml', false],
  ])('of %s: %s', (file, taken) => expect(takes(file)).toBe(taken));

  it('runs on the files pre-commit names', () => {
    const { run } = installed({ 'codebook.yaml': GOOD, 'kodebog.yaml': BAD });
    const entry = join(ROOT, hook!.entry);
    expect(run(`"${entry}" codebook.yaml`)).toMatchObject({ status: 0 });
    expect(run(`"${entry}" codebook.yaml kodebog.yaml`)).toMatchObject({ status: 1 });
  });
});

describe('what the README shows for CI', () => {
  const shown = [...read('README.md').matchAll(/^```yaml\n([\s\S]*?)^```$/gm)].map((match) => yaml<Record<string, never>>(match[1]!));
  const manifest = JSON.parse(read('package.json')) as { version: string };

  it('names the hook, the inputs of the action, and this version', () => {
    const [hooks, github] = shown as unknown as [
      { repos: { rev: string; hooks: { id: string }[] }[] },
      { jobs: { codebook: { steps: { uses?: string; with?: object }[] } } },
    ];
    expect(hooks.repos[0]).toMatchObject({ rev: `v${manifest.version}`, hooks: [{ id: 'codify-check' }] });
    const step = github.jobs.codebook.steps.find(({ uses }) => uses?.startsWith('OWNER/codify'))!;
    expect(step.uses).toBe(`OWNER/codify@v${manifest.version}`);
    expect(Object.keys(step.with!)).toEqual(['codebooks']);
  });

  it('says on a pull request what the change is', () => {
    const { jobs } = shown[1] as unknown as { jobs: { codebook: { steps: { run?: string }[] } } };
    const script = jobs.codebook.steps
      .at(-1)!
      .run!.split('\n')
      .filter((line) => line.startsWith('codify'));
    const { path, run } = installed({ 'before.yaml': GOOD, 'codebook.yaml': GOOD.replace('travlt]', 'travl*]') });
    expect(run(script.join('\n')).status).toBe(0);
    expect(readFileSync(join(path, 'diff.md'), 'utf8')).toContain('- terms: travlt\n+ terms: travl*\n');
  });

  it('leaves JUnit on GitLab, where the check fails too', () => {
    const { codebook } = shown[2] as unknown as { codebook: { script: string[]; artifacts: { when: string; reports: { junit: string } } } };
    const { path, run } = installed({ 'codebook.yaml': BAD });
    expect(run(codebook.script.filter((line) => line.startsWith('codify')).join('\n')).status).toBe(1);
    expect(codebook.artifacts.when).toBe('always');
    expect(existsSync(join(path, codebook.artifacts.reports.junit))).toBe(true);
    expect(readFileSync(join(path, codebook.artifacts.reports.junit), 'utf8')).toContain('<failure');
  });
});
