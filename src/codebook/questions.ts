import { CodifyError } from '../errors.ts';
import type { YamlFile, YamlPath } from '../files/yaml.ts';
import type { Question } from '../model.ts';
import { parseTerm, TermError, type WrittenTerm } from './terms.ts';

interface WrittenQuestion {
  readonly id: string;
  readonly label: string;
  readonly asked: readonly WrittenTerm[];
}

/**
 * The interview guide of a codebook or a study file, as far as it can be read.
 * @param isBroken has what stands at this path not the shape it should?
 * @returns with each fault no schema can see: an id that stands twice, a term that could never match
 */
export function readQuestions(
  file: YamlFile,
  isBroken: (path: YamlPath) => boolean = () => false,
): { questions: Question[]; faults: CodifyError[] } {
  const faults: CodifyError[] = [];
  const lines = new Map<string, number | undefined>();
  const { questions: written } = (file.data ?? {}) as { questions?: readonly WrittenQuestion[] };
  const questions = (Array.isArray(written) ? (written as readonly WrittenQuestion[]) : []).flatMap((one, i): Question[] => {
    if (isBroken(['questions', i])) return [];
    const id = one.id.normalize('NFC');
    const place = file.place(['questions', i, 'id']);
    if (lines.has(id)) {
      const hint = `it stands on line ${lines.get(id)} too; ids are unique among the questions`;
      faults.push(new CodifyError(`the question "${id}" is there already`, { place, hint, rule: 'duplicate-id' }));
    } else lines.set(id, place.line);
    const asked = one.asked.flatMap((term, j) => {
      try {
        return [parseTerm(term)];
      } catch (error) {
        if (!(error instanceof TermError)) throw error;
        faults.push(new CodifyError(error.message, { place: file.place(['questions', i, 'asked', j]), rule: error.rule }));
        return [];
      }
    });
    return [{ id, label: one.label.trim(), asked }];
  });
  return { questions, faults };
}
