import { CodifyError } from '../errors.ts';

const MERGE_MARK = /^(<{7}|={7}|>{7})( |$)/m;

/** The fault of a file in which git has left both sides of a merge; undefined of any other. */
export function unfinishedMerge(text: string, path: string, firstLine = 1): CodifyError | undefined {
  const at = MERGE_MARK.exec(text)?.index;
  if (at === undefined) return undefined;
  return new CodifyError('holds the marks of a merge that was not finished', {
    place: { path, line: text.slice(0, at).split('\n').length + firstLine - 1, column: 1 },
    hint: 'choose one side, then delete the lines of <<<<<<<, ======= and >>>>>>>',
  });
}
