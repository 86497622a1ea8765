import { aliasInTwoRoles } from './alias-in-two-roles.ts';
import { broadTerm } from './broad-term.ts';
import { broadTheme } from './broad-theme.ts';
import { copiedExample } from './copied-example.ts';
import { cutByComment } from './cut-by-comment.ts';
import { drownedTerm } from './drowned-term.ts';
import { duplicateId } from './duplicate-id.ts';
import { foldedTerm } from './folded-term.ts';
import { frequentTerm } from './frequent-term.ts';
import { hitCounterexample } from './hit-counterexample.ts';
import { ignore } from './ignore.ts';
import { impossibleTerm } from './impossible-term.ts';
import { incompleteTheme } from './incomplete-theme.ts';
import { inseparableThemes } from './inseparable-themes.ts';
import { lookalikeId } from './lookalike-id.ts';
import { misreadId } from './misread-id.ts';
import { missedExample } from './missed-example.ts';
import { neverFound } from './never-found.ts';
import { regex } from './regex.ts';
import { roleName } from './role-name.ts';
import { sameAsParent } from './same-as-parent.ts';
import { sameStem } from './same-stem.ts';
import { sharedCell } from './shared-cell.ts';
import { shape } from './shape.ts';
import { splitAtComma } from './split-at-comma.ts';
import { swallowedTerm } from './swallowed-term.ts';
import { templateText } from './template-text.ts';
import { termInTwoThemes } from './term-in-two-themes.ts';
import { termTwice } from './term-twice.ts';
import { themeWithoutTerms } from './theme-without-terms.ts';
import { undefinedStep } from './undefined-step.ts';
import { unknownKey } from './unknown-key.ts';
import { unknownLevel } from './unknown-level.ts';
import { unknownRole } from './unknown-role.ts';
import { unknownTheme } from './unknown-theme.ts';
import { unmentionedTheme } from './unmentioned-theme.ts';
import { weakAlone } from './weak-alone.ts';
import { yaml } from './yaml.ts';
import { yamlReference } from './yaml-reference.ts';
import type { Rule } from './rule.ts';

/** In the order of the manual: what stops every command, what is surely broken, what is doubtful, what interviews show. */
export const rules: readonly Rule[] = [
  yaml,
  yamlReference,
  shape,
  unknownKey,
  duplicateId,
  roleName,
  unknownRole,
  unknownLevel,
  sharedCell,
  impossibleTerm,
  regex,
  missedExample,
  hitCounterexample,
  weakAlone,
  lookalikeId,
  aliasInTwoRoles,
  templateText,
  undefinedStep,
  incompleteTheme,
  themeWithoutTerms,
  sameAsParent,
  unknownTheme,
  copiedExample,
  misreadId,
  termInTwoThemes,
  drownedTerm,
  sameStem,
  termTwice,
  swallowedTerm,
  broadTerm,
  broadTheme,
  cutByComment,
  foldedTerm,
  splitAtComma,
  neverFound,
  frequentTerm,
  unmentionedTheme,
  inseparableThemes,
  ignore,
];
