import { CodifyError, throwFaults, type Place } from '../errors.ts';
import { unfinishedMerge } from './merge-marks.ts';
import { parseYaml, type PlacedData, type YamlPath } from './yaml.ts';

/** JSON lines as a list, an item a line. */
export interface JsonLines extends PlacedData {
  /** The line an item stands on, from 1. */
  line(item: number): number;
}

/** Where JSON breaks off, as a column; the parser does not always tell. */
function columnOf(error: unknown, line: string): number {
  const at = /at position (\d+)/.exec(String(error))?.[1];
  return (at === undefined ? line.length : Number(at)) + 1;
}

/**
 * Reads JSON lines as one list, an item a line, with the place of everything in it; empty lines are nothing.
 * @throws CodifyError or CodifyErrors where a line is no JSON, or a merge was not finished
 */
export function parseJsonLines(text: string, path: string): JsonLines {
  const unfinished = unfinishedMerge(text, path);
  if (unfinished) throw unfinished;
  const lines: { line: number; text: string; data: unknown }[] = [];
  const faults: CodifyError[] = [];
  for (const [i, line] of text.split('\n').entries()) {
    if (line.trim() === '') continue;
    try {
      lines.push({ line: i + 1, text: line, data: JSON.parse(line) });
    } catch (error) {
      const place = { path, line: i + 1, column: columnOf(error, line) };
      faults.push(new CodifyError('is no JSON here', { place, hint: 'each line is one decision in braces: {"id": "…", …}' }));
    }
  }
  throwFaults(faults);
  // JSON is YAML, and its reader knows where everything stands; it is only asked when something is wrong.
  const placeIn = ([item, ...way]: YamlPath, find: (file: PlacedData, way: YamlPath) => Place): Place => {
    const line = lines[Number(item)];
    return line === undefined ? { path } : find(parseYaml(line.text, path, line.line), way);
  };
  return {
    path,
    data: lines.map((line) => line.data),
    line: (item) => lines[item]!.line,
    place: (way) => placeIn(way, (file, rest) => file.place(rest)),
    keyPlace: (way) => placeIn(way, (file, rest) => file.keyPlace(rest)),
  };
}
