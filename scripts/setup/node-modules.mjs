// @ts-check
import { existsSync } from 'node:fs';
import { hashFiles } from './hash-files.mjs';
import { runStep } from './run-step.mjs';
import { SetupError } from './setup-error.mjs';
import { stamp } from './stamp.mjs';

/** The Node that the project runs on; it arrives as an npm package, next to everything else. */
export const projectNode = 'node_modules/.bin/node';

/** Installs the packages of package-lock.json, unless node_modules was made from this very lock. */
export async function installNodeModules() {
  const installed = stamp('node_modules/.installed-from', hashFiles(['package-lock.json']));
  if (installed.isFresh()) return;

  installed.clear();
  if (!(await runStep('installing npm packages', npmCi()))) {
    throw new SetupError(
      'npm ci did not succeed.',
      'Read what npm said above. Is the npm registry within reach?  npm ping',
    );
  }
  if (!existsSync(projectNode)) {
    throw new SetupError(
      `npm ci brought no Node for ${process.platform}-${process.arch}.`,
      'live-man runs on Linux, on x64 or arm64: native AIO is an interface of the Linux kernel.',
    );
  }
  installed.write();
}

/**
 * npm's own script on the Node that npm runs on. A bare `npm` or `node` might resolve to the Node
 * in node_modules, which `npm ci` is about to delete.
 *
 * @returns {[string, ...string[]]}
 */
function npmCi() {
  const { npm_node_execpath: node, npm_execpath: npm } = process.env;
  // dev and optional are asked for by name: NODE_ENV=production or an .npmrc may leave them out.
  const args = ['ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund'];
  // On Node 20 npm warns about each package that wants more; the project's own Node has it.
  const quiet = '--loglevel=error';
  return node && npm ? [node, npm, ...args, quiet] : ['npm', ...args, quiet];
}
