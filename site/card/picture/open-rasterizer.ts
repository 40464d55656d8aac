import { readFile } from 'node:fs/promises';
import { initWasm, Resvg } from '@resvg/resvg-wasm';

/** Draws an SVG of this site as a PNG. */
export type Rasterize = (svg: string) => Uint8Array;

/** Where its files are. */
export interface RasterizerFiles {
  wasm: string | URL;
  fonts: readonly (string | URL)[];
}

/**
 * Loads resvg, as WebAssembly: whatever it is given, it reaches nothing but its own memory. It has the
 * fonts that it is given, none of the machine's. Once a thread.
 */
export async function openRasterizer({ wasm, fonts }: RasterizerFiles): Promise<Rasterize> {
  const fontBuffers = await Promise.all(fonts.map((path) => readFile(path)));
  await initWasm(await readFile(wasm));
  return (svg) => {
    const drawing = new Resvg(svg, { font: { fontBuffers, defaultFontFamily: 'IBM Plex Mono' } });
    const image = drawing.render();
    const png = image.asPng();
    // What the WebAssembly holds, no garbage collector knows.
    image.free();
    drawing.free();
    return png;
  };
}
