import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Is LibreOffice here? Tests that need it are skipped where it is not: it is too large to be brought for them. */
export const hasOffice: boolean = spawnSync('soffice', ['--version']).status === 0;

/** What LibreOffice makes of a Word file. @param filter its name for the format, which begins with the ending */
export function convert(bytes: Uint8Array, filter: string): Buffer {
  const folder = mkdtempSync(join(tmpdir(), 'codify-office-'));
  try {
    writeFileSync(join(folder, 'rapport.docx'), bytes);
    const options = [
      '--headless',
      `-env:UserInstallation=file://${folder}/profile`,
      '--convert-to',
      filter,
      '--outdir',
      join(folder, 'out'),
    ];
    execFileSync('soffice', [...options, join(folder, 'rapport.docx')], { stdio: 'ignore', timeout: 120_000 });
    return readFileSync(join(folder, 'out', `rapport.${filter.split(':')[0]}`));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
