// @ts-check
import { existsSync, readdirSync, readFileSync } from 'node:fs';

/**
 * A source file by its path from the root of the project, with forward slashes.
 *
 * @typedef {{ path: string, text: string }} SourceFile
 */

const sourcePattern = /\.(ts|mjs|js|astro|css|c|h|sh)$/;

/**
 * Every source file under these folders, sorted by path. A folder that is not there has none, nor has
 * one called dist, which is made of sources.
 *
 * @param {readonly string[]} folders
 * @returns {SourceFile[]}
 */
export function sourceFiles(folders) {
  return folders
    .filter((folder) => existsSync(folder))
    .flatMap((folder) =>
      readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => `${folder}/${name}`),
    )
    .filter((path) => sourcePattern.test(path) && !path.includes('/dist/'))
    .sort()
    .map((path) => ({ path, text: readFileSync(path, 'utf8') }));
}
