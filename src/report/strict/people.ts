import { standing } from '../../analysis/standing.ts';
import { voicesOf } from '../../analysis/count.ts';
import type { Coding, Stance, Study, Theme } from '../../model.ts';
import { reportLanguages } from '../languages/index.ts';

/** How many people stand behind a theme. */
export interface Behind {
  readonly theme: Theme;
  /** How many people of those a statement speaks of, and of how many. */
  readonly people: number;
  readonly of: number;
  /** How many of them support, qualify or contradict the theme, as people have decided; 0 where nobody has. */
  readonly stances: Readonly<Record<Stance, number>>;
  /** The word of the report's table for so many; undefined for nobody. */
  readonly word: string | undefined;
}

type Roles = ReadonlySet<string> | undefined;

/** The people of a study, and how many of them stand behind a theme. */
export class People {
  readonly #study: Study;
  /** What counts: the codings that people have accepted; all that stand where nobody has decided anything. */
  readonly #counted: readonly Coding[];
  readonly #voices: ReturnType<typeof voicesOf>;

  constructor(study: Study, codings: readonly Coding[]) {
    this.#study = study;
    this.#voices = voicesOf(study.transcripts);
    const isDecided = codings.some(({ status }) => status !== 'suggested');
    this.#counted = isDecided ? codings.filter(({ status }) => status === 'accepted') : standing(codings);
  }

  /** How many people were interviewed, of these roles or at all. */
  interviewed(roles: Roles): number {
    return count(this.#voices, roles);
  }

  behind(theme: Theme, roles: Roles): Behind {
    const under = this.#counted.filter((coding) => coding.theme.path[theme.path.length - 1] === theme.id);
    const people = count(under, roles);
    const of = this.interviewed(roles);
    const rows = reportLanguages[this.#study.plan.report.language].scale(of);
    const by = (stance: Stance): number =>
      count(
        under.filter((coding) => coding.stance === stance),
        roles,
      );
    return {
      theme,
      people,
      of,
      stances: { supports: by('supports'), qualifies: by('qualifies'), contradicts: by('contradicts') },
      word: rows.find(({ range }) => range && range[0] <= people && people <= range[1])?.words[0],
    };
  }
}

function count(said: readonly Pick<Coding, 'participant'>[], roles: Roles): number {
  const people = said.filter(({ participant }) => roles === undefined || (participant.role !== undefined && roles.has(participant.role)));
  return new Set(people.map(({ participant }) => participant.id)).size;
}
