// @ts-check
import { spawnSync } from 'node:child_process';
import { isPresent } from './is-present.mjs';
import { runStep } from './run-step.mjs';
import { SetupError } from './setup-error.mjs';
import { systemPackageTable } from './system-package-table.mjs';

/** @typedef {import('./system-package-table.mjs').SystemPackage} SystemPackage */

/**
 * Installs the system packages that are missing; says which, and how, where it may not.
 *
 * @param {{ forTests: boolean }} need
 */
export const installSystemPackages = ({ forTests }) =>
  installPackages(systemPackageTable.filter(({ testsOnly }) => forTests || !testsOnly));

/**
 * Installs those of these packages that are missing.
 *
 * @param {readonly SystemPackage[]} packages
 */
export async function installPackages(packages) {
  const missing = packages.filter(({ proof }) => !isPresent(proof));
  if (missing.length === 0) return;

  const apt = aptGet();
  if (apt === null) throw notInstalled(missing, 'and this user may not install them');

  const names = missing.map(({ name }) => name);
  // A fresh machine has no package lists, and a stale list names files that are gone. A foreign
  // source that does not answer makes the update fail, not what follows.
  await runStep('updating the package lists', [...apt, 'update', '-qq']);
  await runStep(`installing ${names.join(' ')}`, [...apt, 'install', ...installOptions, ...names]);

  const stillMissing = missing.filter(({ proof }) => !isPresent(proof));
  if (stillMissing.length > 0)
    throw notInstalled(stillMissing, 'and apt-get could not install them (see above why)');
}

const installOptions = ['-y', '-q', '--no-install-recommends', '-o', 'DPkg::Lock::Timeout=120'];

/**
 * apt-get with the right to install, or null: as root, or through a sudo that asks nothing.
 *
 * @returns {[string, ...string[]] | null}
 */
function aptGet() {
  const command = /** @type {const} */ (['env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get']);
  if (!isPresent({ kind: 'command', name: 'apt-get' })) return null;
  if (process.getuid?.() === 0) return [...command];
  return spawnSync('sudo', ['-n', 'true']).status === 0 ? ['sudo', '-n', ...command] : null;
}

/**
 * @param {readonly SystemPackage[]} missing
 * @param {string} reason
 */
function notInstalled(missing, reason) {
  const list = missing.map(({ name, purpose }) => `  ${name.padEnd(24)} ${purpose}`).join('\n');
  const names = missing.map(({ name }) => name).join(' ');
  return new SetupError(
    `these system packages are missing, ${reason}:\n\n${list}`,
    'Install them as root, then run the same command again (names as in Debian):\n\n' +
      `  apt-get update && apt-get install -y --no-install-recommends ${names}`,
  );
}
