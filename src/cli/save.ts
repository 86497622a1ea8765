import { CodifyError } from '../errors.ts';
import { exists } from '../files/find.ts';
import { readText } from '../files/read.ts';
import { writeWhole } from '../files/write.ts';
import { handChanges } from '../report/parts.ts';

/**
 * Writes a report where nothing is lost by it: to a new file, or over one that codify wrote and nobody changed.
 * @throws CodifyError when the file is not codify's, or was changed by hand
 */
export async function saveReport(path: string, text: string, force: boolean): Promise<void> {
  if (/\.(docx?|odt|rtf|pdf|html?)$/i.test(path)) {
    throw new CodifyError('the report is written in Markdown', { place: { path }, hint: 'give it a name that ends in .md' });
  }
  if (!force && (await exists(path))) {
    const changes = handChanges(readText(path).text);
    if (changes === undefined)
      throw new CodifyError('was not written by codify, and is left as it is', {
        place: { path },
        hint: 'choose another file with -o, or --force',
      });
    if (changes.length > 0) {
      throw new CodifyError(`was changed by hand, and is left as it is: ${changes.join('; ')}`, {
        place: { path },
        hint: 'choose another file with -o, or --force to lose the changes',
      });
    }
  }
  await writeWhole(path, text);
}
