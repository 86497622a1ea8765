import { dirname, isAbsolute, join, resolve } from 'node:path';
import { readShaped } from '../codebook/load.ts';
import { readQuestions } from '../codebook/questions.ts';
import { CodifyError, throwFaults } from '../errors.ts';
import type { YamlFile, YamlPath } from '../files/yaml.ts';
import type { Codebook, Finding, Initiative, Language, Placement, Question, StudyPlan } from '../model.ts';
import { didYouMean } from '../text/nearest.ts';
import type { Authored, ColumnChoice } from '../transcript/formats/format.ts';

/** codify.yaml as read: what the analyst decided, and where the study's files are. */
export interface StudyFile {
  readonly path: string;
  readonly folder: string;
  readonly codebook: string;
  /** Where the interviews are, and the documents. */
  readonly transcripts: readonly string[];
  /** What is no interview but its author's, by the file's absolute path. */
  readonly documents: ReadonlyMap<string, Authored>;
  readonly participants: string | undefined;
  readonly decisions: string;
  readonly columns: ColumnChoice;
  /** Its own interview guide. */
  readonly questions: readonly Question[];
  readonly written: WrittenStudy;
  readonly yaml: YamlFile;
}

interface WrittenFinding {
  claim?: string;
  clause?: string;
  contradiction?: string;
  workshop?: string;
  'lead-over'?: string;
}

interface WrittenStudy {
  title?: string;
  subtitle?: string;
  client?: string;
  author?: string;
  date?: string;
  purpose?: string;
  selection?: string;
  codebook: string;
  transcripts: string[];
  documents?: Record<string, { author?: string; kind: string }>;
  participants?: string;
  decisions?: string;
  coders?: string[];
  columns?: Omit<ColumnChoice, 'labels'>;
  labels?: ColumnChoice['labels'];
  population?: Record<string, number>;
  materials?: { kind: string; participants?: string | number; note?: string }[];
  sections?: { title?: string; themes: string[] }[];
  findings?: Record<string, string | WrittenFinding>;
  placements?: Record<string, Placement>;
  initiatives?: Initiative[];
  recommendations?: { title: string; group?: string; text?: string; basis?: string[] }[];
  report?: { language?: Language; quotes?: number; by?: 'theme' | 'question' };
}

function findingOf(written: string | WrittenFinding): Finding {
  const { claim, clause, contradiction, workshop, 'lead-over': leadOver } = typeof written === 'string' ? { claim: written } : written;
  return {
    claim: claim?.trim(),
    clause: clause?.trim(),
    contradiction: contradiction?.trim(),
    workshop: workshop?.trim(),
    leadOver: leadOver?.trim(),
  };
}

export const STUDY_FILE = 'codify.yaml';

/** Reads a study file. @throws CodifyError or CodifyErrors, each with its place */
export async function readStudyFile(path: string): Promise<StudyFile> {
  const yaml = await readShaped(path, 'study');
  const written = yaml.data as WrittenStudy;
  const { questions, faults } = readQuestions(yaml);
  throwFaults(faults);
  const folder = dirname(path);
  const fromHere = (given: string): string => (isAbsolute(given) ? given : join(folder, given));
  const documents = Object.entries(written.documents ?? {});
  return {
    path,
    folder,
    codebook: fromHere(written.codebook),
    transcripts: [...written.transcripts, ...documents.map(([file]) => file)],
    documents: new Map(documents.map(([file, { author, kind }]) => [resolve(fromHere(file)), { author, kind }])),
    participants: written.participants === undefined ? undefined : fromHere(written.participants),
    decisions: fromHere(written.decisions ?? 'decisions'),
    columns: { ...written.columns, labels: written.labels },
    questions,
    written,
    yaml,
  };
}

/** The id of the theme that is meant: `krydspres` or `styring/krydspres`. */
export function themeId(written: string): string {
  return written.slice(written.lastIndexOf('/') + 1).normalize('NFC');
}

/** The interview guide of a study: its own, else its codebook's. */
export function guideOf(file: StudyFile | undefined, codebook: Codebook | undefined): readonly Question[] {
  return file && file.questions.length > 0 ? file.questions : (codebook?.questions ?? []);
}

/**
 * The plan of a study, its themes and roles held against the codebook; a plan with nothing in it without a file.
 * @throws CodifyError or CodifyErrors for a theme or role that is not in the codebook, with "did you mean"
 */
export function planStudy(file: StudyFile | undefined, codebook: Codebook): StudyPlan {
  const written: Partial<WrittenStudy> = file?.written ?? {};
  const faults: CodifyError[] = [];
  const themes = codebook.allThemes.map((theme) => theme.id);
  const roles = codebook.roles.map((role) => role.id);
  const known = (what: string, name: string, all: readonly string[], path: YamlPath, isKey: boolean): void => {
    if (all.includes(name)) return;
    const place = isKey ? file?.yaml.keyPlace(path) : file?.yaml.place(path);
    const others = all.length === 0 ? `it has no ${what}s at all` : `it has ${all.join(', ')}`;
    faults.push(new CodifyError(`the codebook has no ${what} "${name}"`, { place, hint: didYouMean(name, all) ?? others }));
  };
  for (const [i, section] of (written.sections ?? []).entries()) {
    for (const [j, theme] of section.themes.entries()) known('theme', themeId(theme), themes, ['sections', i, 'themes', j], false);
  }
  const placed = new Set<string>();
  for (const [i, section] of (written.sections ?? []).entries()) {
    for (const [j, theme] of section.themes.entries()) {
      const place = file?.yaml.place(['sections', i, 'themes', j]);
      if (placed.has(themeId(theme)))
        faults.push(new CodifyError(`the theme "${theme}" stands in two sections`, { place, hint: 'keep it in one' }));
      placed.add(themeId(theme));
    }
  }
  for (const theme of Object.keys(written.findings ?? {})) known('theme', themeId(theme), themes, ['findings', theme], true);
  const { levels = [], dimensions = [] } = codebook.scale ?? {};
  const idsOf = (all: readonly { id: string }[]): string[] => all.map(({ id }) => id);
  const placements = Object.entries(written.placements ?? {}).map(([id, one]) => ({ id: id.normalize('NFC'), written: id, ...one }));
  for (const one of placements) {
    known('dimension', one.id, idsOf(dimensions), ['placements', one.written], true);
    known('level', one.level.normalize('NFC'), idsOf(levels), ['placements', one.written, 'level'], false);
  }
  for (const [i, initiative] of (written.initiatives ?? []).entries())
    known('theme', themeId(initiative.type), themes, ['initiatives', i, 'type'], false);
  for (const role of Object.keys(written.population ?? {})) known('role', role, roles, ['population', role], true);
  const questions = guideOf(file, codebook);
  const by = written.report?.by ?? 'theme';
  if (by === 'question' && questions.length === 0)
    faults.push(
      new CodifyError('there are no questions to arrange the report by', {
        place: file?.yaml.place(['report', 'by']),
        hint: 'list those of the interview guide under questions:, here or in the codebook',
      }),
    );
  throwFaults(faults);
  return {
    title: written.title,
    subtitle: written.subtitle,
    client: written.client,
    author: written.author,
    date: written.date,
    purpose: written.purpose?.trim(),
    selection: written.selection?.trim(),
    population: written.population ?? {},
    materials: (written.materials ?? []).map((one) => ({
      kind: one.kind,
      participants: one.participants === undefined ? undefined : String(one.participants),
      note: one.note,
    })),
    sections: (written.sections ?? []).map((section) => ({ title: section.title, themes: section.themes.map(themeId) })),
    findings: Object.fromEntries(Object.entries(written.findings ?? {}).map(([id, finding]) => [themeId(id), findingOf(finding)])),
    placements: Object.fromEntries(
      placements.map(({ id, level, because }) => [id, { level: level.normalize('NFC'), because: because.trim() }]),
    ),
    initiatives: (written.initiatives ?? []).map((one) => ({ type: themeId(one.type), name: one.name, value: one.value })),
    recommendations: (written.recommendations ?? []).map((one) => ({
      title: one.title,
      group: one.group,
      text: one.text?.trim(),
      basis: one.basis ?? [],
    })),
    questions,
    report: { language: written.report?.language ?? codebook.language, quotes: written.report?.quotes ?? 3, by },
    coders: written.coders ?? [],
  };
}
