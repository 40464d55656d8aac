// @ts-check
import { dirname, join } from 'node:path/posix';

/**
 * An import as it stands in a file: a package by its name, a file by its path from the root of the
 * project. One that takes types only is gone when the code runs.
 *
 * @typedef {{ target: string, isFile: boolean, typeOnly: boolean }} Import
 */

const statement = String.raw`^\s*(?:import|export)\s+(type\s)?(?:[\w\s{},*$]+?\sfrom\s*)?['"]([^'"]+)['"]`;
/** `import('./a.ts').A` is a type, in the comments of a .mjs file too. */
const expression = String.raw`\bimport\(\s*['"]([^'"]+)['"]\s*\)(\.[A-Z])?`;
const pattern = new RegExp(`${statement}|${expression}`, 'gm');

/**
 * What a file imports, in its order, whichever way.
 *
 * @param {import('../source-files.mjs').SourceFile} file
 * @returns {Import[]}
 */
export function readImports({ path, text }) {
  return [...text.matchAll(pattern)].map(([, type, from, lazy, typeOfLazy]) => {
    const name = /** @type {string} */ (from ?? lazy);
    const isFile = name.startsWith('.');
    // Vite's `?raw` and `?url` are no part of the path.
    const target = isFile ? join(dirname(path), name.replace(/\?.*/, '')) : name;
    return { target, isFile, typeOnly: Boolean(type ?? typeOfLazy) };
  });
}
