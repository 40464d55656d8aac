/** resvg, as WebAssembly. */
export const wasmFile = 'resvg.wasm';

/** The faces that pictures are drawn with. */
export const fontFiles = ['plex-mono-400.ttf', 'plex-mono-600.ttf', 'plex-serif-600.ttf'] as const;
