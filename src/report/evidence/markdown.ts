/*
 * What people and files have written, put into Markdown so that it is read as it was written, on GitHub and by pandoc.
 */

/** A backslash before whatever Markdown would take for its own. */
export function escapeMarks(text: string): string {
  // Of an address it is enough that it is no link, for in a link a backslash would be shown.
  return text.replace(/[\\`*_{}[\]<>#|~^$&@]|:(?=\/\/)|(?<=www)\./gi, '\\$&');
}

/** A text on one line, read as it was written. */
export function escapeMarkdown(text: string): string {
  return escapeMarks(text.replace(/\s+/g, ' ').trim());
}

/** A heading that can be linked to by this name, however its text is spelled. */
export function heading(depth: number, text: string, anchor: string): string {
  return `${'#'.repeat(depth)} ${text} <a id="${anchor}"></a>`;
}

/** A link to a heading of the same file. */
export function link(text: string, anchor: string): string {
  return `[${text}](#${anchor})`;
}

/** A table of texts and numbers; numbers stand to the right. */
export function tableOf(head: readonly string[], rows: readonly (readonly string[])[], columns: readonly ('text' | 'number')[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(head), `|${columns.map((kind) => (kind === 'text' ? '---|' : '---:|')).join('')}`, ...rows.map(line)].join('\n');
}
