// @ts-check
/**
 * Checks that the lock alone decides which bytes are installed. Prints whatever is left to chance.
 *
 *   node scripts/check-lock.mjs            reads package.json and package-lock.json
 *   node scripts/check-lock.mjs --with-npm also has npm check that both agree, and the tree is
 * whole
 */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** @typedef {{ dependencies?: Record<string, string>, devDependencies?: Record<string, string>, optionalDependencies?: Record<string, string> }} Manifest */
/** @typedef {{ version?: string, integrity?: string, link?: boolean, inBundle?: boolean }} Locked */

/** @param {Manifest} manifest */
export function looseVersions({ dependencies, devDependencies, optionalDependencies }) {
  return Object.entries({ ...dependencies, ...devDependencies, ...optionalDependencies })
    .filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))
    .map(
      ([name, version]) => `${name} is ${version} in package.json: pin it, npm install -E ${name}`,
    );
}

/** @param {Record<string, Locked>} packages of package-lock.json; the project itself has no name */
export function unsealedPackages(packages) {
  return Object.entries(packages)
    .filter(([path, { integrity, link, inBundle }]) => path && !integrity && !link && !inBundle)
    .map(([path]) => `${path} has no integrity in package-lock.json: make the lock again`);
}

/** @param {string[]} args of npm @param {string} trouble */
function npmSays(args, trouble) {
  const { status, stdout, stderr } = spawnSync('npm', args, { encoding: 'utf8' });
  return status === 0
    ? []
    : [`${trouble}: ${(stderr || stdout).trim().split('\n').slice(0, 5).join(' ')}`];
}

if (import.meta.main) {
  const read = (/** @type {string} */ path) => JSON.parse(readFileSync(path, 'utf8'));
  const withNpm = process.argv.includes('--with-npm');
  const complaints = [
    ...looseVersions(read('package.json')),
    ...unsealedPackages(read('package-lock.json').packages),
    ...(withNpm
      ? [
          ...npmSays(['ci', '--dry-run', '--no-audit', '--no-fund'], 'npm ci refuses the lock'),
          ...npmSays(['ls', '--all'], 'what is installed is not what the lock says'),
        ]
      : []),
  ];
  for (const line of complaints) console.error(line);
  process.exitCode = complaints.length > 0 ? 1 : 0;
}
