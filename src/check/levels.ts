import { CodifyError } from '../errors.ts';
import { didYouMean } from '../text/nearest.ts';
import { rules } from './rules/index.ts';

/** How serious each rule is taken, by its id. */
export type Levels = ReadonlyMap<string, 'off' | 'warn' | 'error'>;

const LEVELS = ['off', 'warn', 'error'] as const;

/**
 * The levels of all rules: their own, but for those a user sets.
 * @param settings each as `id=off`, `id=warn` or `id=error`; of two for one rule, the last holds
 * @throws CodifyError for a rule or level that is not there, and for a rule that cannot be turned off
 */
export function levelsOf(settings: readonly string[]): Levels {
  const levels = new Map<string, (typeof LEVELS)[number]>(rules.map((rule) => [rule.id, rule.severity]));
  for (const setting of settings) {
    const [id = '', wanted = ''] = setting.split('=');
    const level = LEVELS.find((one) => one === wanted);
    const rule = rules.find((one) => one.id === id);
    if (level === undefined)
      throw new CodifyError(`"${setting}" sets no rule`, { hint: 'it is written --rule id=off, id=warn or id=error' });
    if (!rule) {
      const hint = didYouMean(id, [...levels.keys()]) ?? 'codebooks/README.md lists the rules';
      throw new CodifyError(`there is no rule "${id}"`, { hint });
    }
    if (!rule.check && level !== rule.severity) {
      const hint = 'it is about what no command could work with, or what would silence others';
      throw new CodifyError(`the rule "${id}" cannot be set`, { hint });
    }
    levels.set(id, level);
  }
  return levels;
}
