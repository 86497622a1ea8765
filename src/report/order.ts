import type { Study, Theme } from '../model.ts';
import type { ReportFacts } from './facts.ts';
import { ownKind } from './kinds.ts';

/** Types of concrete examples stand in a chapter of their own, unless the study puts them among the results. */
export function isExample(theme: Theme, study: Study): boolean {
  return ownKind(theme) === 'example' && !study.plan.sections.some((section) => section.themes.includes(theme.id));
}

/** A section of the results: a theme, or several under a title. */
export interface ResultGroup {
  readonly title: string | undefined;
  readonly themes: readonly Theme[];
}

/** Is a theme told of by the chapter on the scale: as a step itself, or as a name over steps alone? */
function isOnScale({ cell, terms, themes }: Theme): boolean {
  return cell !== undefined || (themes.length > 0 && themes.every(isOnScale) && terms.length === 0);
}

/** The study's sections, then every theme they leave out that has no chapter elsewhere: nothing that was found goes unsaid. */
export function resultGroups({ study, words }: Pick<ReportFacts, 'study' | 'words'>): ResultGroup[] {
  const byId = new Map(study.codebook.allThemes.map((theme) => [theme.id, theme]));
  const planned = study.plan.sections.map((section): ResultGroup => ({
    title: section.title,
    themes: section.themes.map((id) => byId.get(id)!),
  }));
  const placed = new Set(planned.flatMap((group) => group.themes));
  const left = study.codebook.themes.filter(
    (theme) => !placed.has(theme) && !theme.themes.some((child) => placed.has(child)) && !isExample(theme, study) && !isOnScale(theme),
  );
  const others: ResultGroup[] =
    planned.length > 0 && left.length > 1
      ? [{ title: words.words.otherThemes, themes: left }]
      : left.map((theme) => ({ title: undefined, themes: [theme] }));
  return [...planned, ...others];
}
