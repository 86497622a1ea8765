const COLOURS = ['bold', 'dim', 'underline', 'green', 'yellow', 'red'] as const;

type Paint = Readonly<Record<(typeof COLOURS)[number], (text: string) => string>>;

async function colours(): Promise<Paint> {
  const { Chalk, supportsColor } = await import('chalk');
  return new Chalk({ level: supportsColor ? 1 : 0 });
}

/**
 * Colours where standard output is a terminal that has them; NO_COLOR and FORCE_COLOR are respected. In a pipe, where
 * none are wanted, they are not even loaded.
 */
export const paint: Paint =
  process.stdout.isTTY || 'FORCE_COLOR' in process.env
    ? await colours()
    : (Object.fromEntries(COLOURS.map((colour) => [colour, (text: string) => text])) as Paint);
