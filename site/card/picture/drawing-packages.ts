import { createRequire } from 'node:module';
import { fontFiles, wasmFile } from './drawing-files.ts';

const require = createRequire(import.meta.url);

/**
 * Where the packages have what draws pictures. Their fonts are whole, where those for browsers are cut
 * up: an arrow is in none of these.
 */
const sources: Readonly<Record<typeof wasmFile | (typeof fontFiles)[number], string>> = {
  [wasmFile]: require.resolve('@resvg/resvg-wasm/index_bg.wasm'),
  'plex-mono-400.ttf':
    require.resolve('@expo-google-fonts/ibm-plex-mono/400Regular/IBMPlexMono_400Regular.ttf'),
  'plex-mono-600.ttf':
    require.resolve('@expo-google-fonts/ibm-plex-mono/600SemiBold/IBMPlexMono_600SemiBold.ttf'),
  'plex-serif-600.ttf':
    require.resolve('@expo-google-fonts/ibm-plex-serif/600SemiBold/IBMPlexSerif_600SemiBold.ttf'),
};

/** Name and place of each file that draw-picture.ts has beside it. */
export const drawingFiles = (): [name: string, path: string][] => Object.entries(sources);
