import { parseException, parseTerm, type WrittenTerm } from '../../src/codebook/terms.ts';
import type { Codebook, Language, Participant, Theme, Transcript, Turn } from '../../src/model.ts';

/** A theme as it would stand in YAML, with no more than what matching looks at. */
export interface WrittenTheme {
  readonly id: string;
  readonly terms?: readonly WrittenTerm[];
  readonly unless?: readonly WrittenTerm[];
  readonly themes?: readonly WrittenTheme[];
}

function themeOf(written: WrittenTheme, above: readonly string[]): Theme {
  const path = [...above, written.id];
  return {
    id: written.id,
    path,
    label: written.id,
    kind: undefined,
    noun: undefined,
    definition: undefined,
    include: undefined,
    exclude: undefined,
    terms: (written.terms ?? []).map(parseTerm),
    unless: (written.unless ?? []).map(parseException),
    examples: [],
    counterexamples: [],
    themes: (written.themes ?? []).map((sub) => themeOf(sub, path)),
  };
}

/** A Danish codebook of these themes. */
export function codebookOf(written: readonly WrittenTheme[], language: Language = 'da'): Codebook {
  const themes = written.map((theme) => themeOf(theme, []));
  const flat = (list: readonly Theme[]): Theme[] => list.flatMap((theme) => [theme, ...flat(theme.themes)]);
  return { path: 'kodebog.yaml', title: 'Kodebog', version: undefined, language, roles: [], groups: [], themes, allThemes: flat(themes) };
}

/** A codebook with one theme, "emne", found by these terms. */
export function codebookWith(...terms: WrittenTerm[]): Codebook {
  return codebookOf([{ id: 'emne', terms }]);
}

/** An interview of turns such as "R1: Vi har travlt." Who is called I asks the questions. */
export function transcriptOf(turns: readonly string[], id = 'interview'): Transcript {
  let text = '';
  const participants = new Map<string, Participant>();
  const parsed = turns.map((written, i): Turn => {
    const colon = written.indexOf(': ');
    const speaker = written.slice(0, colon);
    const role = speaker === 'I' ? 'interviewer' : undefined;
    participants.set(speaker, { id: `${id}/${speaker}`, role, title: undefined, attributes: {}, consent: undefined });
    if (i > 0) text += '\n';
    const start = text.length + colon + 2;
    text += written;
    return { speaker, span: { start, end: text.length }, line: i + 1 };
  });
  return { id, path: `${id}.md`, format: 'markdown', encoding: 'utf-8', text, participants, turns: parsed, notes: [] };
}
