import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { pictureFacts } from '../picture.ts';

// Drawn with a font of codify's own, so that every machine gives the same bytes; it is as wide as Arial.
const FONTS = ['400-normal', '700-normal'].map((face) => `@fontsource/arimo/files/arimo-latin-${face}.woff2`);
// Sharp in print at the width of a page.
const ZOOM = 2.5;

const { resolve } = createRequire(import.meta.url);
const load = async (module: string): Promise<Uint8Array> => await readFile(resolve(module));

let started: Promise<void> | undefined;

/**
 * The pictures in SVG as PNG, by their sources. Word draws SVG itself; older programs, and LibreOffice before 7.6, show
 * the PNG that stands beside it.
 */
export async function drawAll(pictures: ReadonlyMap<string, Uint8Array>): Promise<Map<string, Uint8Array>> {
  const drawings = [...pictures].filter(([, data]) => pictureFacts(data)?.kind === 'svg');
  if (drawings.length === 0) return new Map();
  const { initWasm, Resvg } = await import('@resvg/resvg-wasm');
  await (started ??= load('@resvg/resvg-wasm/index_bg.wasm').then(initWasm));
  const fontBuffers = await Promise.all(FONTS.map(load));
  const font = { fontBuffers, loadSystemFonts: false, defaultFontFamily: 'Arimo', sansSerifFamily: 'Arimo' };
  return new Map(
    drawings.map(([source, data]) => {
      const drawing = new Resvg(Buffer.from(data).toString(), { fitTo: { mode: 'zoom', value: ZOOM }, background: '#fff', font });
      return [source, drawing.render().asPng()];
    }),
  );
}
