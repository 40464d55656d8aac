// @ts-check
import { existsSync, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/**
 * Whether a system package is present, judged by the file for which it is needed: this works on any
 * distribution, and for software that somebody built by hand.
 *
 * @param {import('./system-package-table.mjs').Proof} proof
 */
export function isPresent({ kind, name }) {
  if (name === 'chromium-headless-shell' && process.env.CHROMIUM_PATH)
    return existsSync(process.env.CHROMIUM_PATH);
  return folders[kind]().some((folder) => existsSync(join(folder, name)));
}

/** @type {Record<import('./system-package-table.mjs').Proof['kind'], () => string[]>} */
const folders = {
  // sbin is not on an unprivileged user's PATH; mkfs lives there.
  command: () => [...(process.env.PATH ?? '').split(delimiter), '/usr/sbin', '/sbin'],
  header: () => ['/usr/include', '/usr/local/include'],
  library: () =>
    ['/lib', '/lib64', '/usr/lib', '/usr/lib64', '/usr/local/lib'].flatMap((folder) => [
      folder,
      ...multiarchFolders(folder),
    ]),
};

/**
 * Debian keeps libraries one folder deeper, by architecture: /usr/lib/x86_64-linux-gnu.
 *
 * @param {string} folder
 */
function multiarchFolders(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith('-linux-gnu'))
    .map((name) => join(folder, name));
}
