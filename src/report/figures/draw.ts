import { escapeMarkup } from '../../text/markup.ts';
import type { Figure } from './figure.ts';

/** Draws a picture as SVG that says in words what it shows, and that stands alone or in a page with others. */
export async function drawFigure({ name, title, description, spec }: Figure): Promise<string> {
  const { parse, View } = await import('vega');
  const view = new View(parse({ ...spec, padding: 0, autosize: 'none', background: '#ffffff' }), { renderer: 'none' });
  const drawn = await view.toSVG();
  view.finalize();
  // What the library says of each of its marks would be read out beside the description, word by word.
  const marks = drawn.slice(drawn.indexOf('>') + 1).replace(/ (?:role|class|aria-[a-z]+|pointer-events)="[^"]*"/g, '');
  const [width, height] = [Math.ceil(Number(spec.width)), Math.ceil(Number(spec.height))];
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" ` +
    `role="img" aria-labelledby="figure-${name}-title figure-${name}-description">` +
    `<title id="figure-${name}-title">${escapeMarkup(title)}</title>` +
    `<desc id="figure-${name}-description">${escapeMarkup(description)}</desc>${marks}\n`
  );
}
