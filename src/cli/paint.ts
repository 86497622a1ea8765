const COLOURS = ['bold', 'dim', 'underline', 'green', 'yellow', 'red'] as const;

type Paint = Readonly<Record<(typeof COLOURS)[number], (text: string) => string>>;

const { stdout, env } = process;
const isWanted = 'FORCE_COLOR' in env || (stdout.isTTY && (env['NO_COLOR'] ?? '') === '');
const chalk = isWanted ? await import('chalk') : undefined;

/** Is standard output a terminal that has colours, and are they wanted? NO_COLOR and FORCE_COLOR are respected. */
export const hasColours: boolean = chalk !== undefined && chalk.supportsColor !== false;

/** Colours where there are any. In a pipe, where none are wanted, they are not even loaded. */
export const paint: Paint = chalk
  ? new chalk.Chalk({ level: hasColours ? 1 : 0 })
  : (Object.fromEntries(COLOURS.map((colour) => [colour, (text: string) => text])) as Paint);
