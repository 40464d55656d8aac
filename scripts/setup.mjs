// @ts-check
/**
 * Makes a checkout ready to run: npm packages, system packages, the built site. npm calls it before
 * each script that needs any of them. On a fresh machine it runs on the system's Node (20.19 or
 * newer), hence plain JavaScript without dependencies.
 *
 *   --for-tests     also what only the tests need (a browser)
 *   --without-site  leaves dist/ alone (the dev server builds on its own)
 *   --npm-only      leaves the system alone as well
 */
import { installNodeModules } from './setup/node-modules.mjs';
import { buildSite } from './setup/site-build.mjs';
import { installSystemPackages } from './setup/system-packages.mjs';
import { SetupError } from './setup/setup-error.mjs';

const forTests = process.argv.includes('--for-tests');
const npmOnly = process.argv.includes('--npm-only');
const withSite = !npmOnly && !process.argv.includes('--without-site');

async function makeProject() {
  await installNodeModules();
  if (withSite) await buildSite();
}

// Neither needs the other, and one waits for its registry while the other computes.
const outcomes = await Promise.allSettled([
  makeProject(),
  npmOnly ? null : installSystemPackages({ forTests }),
]);
for (const outcome of outcomes) {
  if (outcome.status === 'fulfilled') continue;
  if (!(outcome.reason instanceof SetupError)) throw outcome.reason;
  console.error(`\nsetup: ${outcome.reason.message}\n\n${outcome.reason.remedy}\n`);
  process.exitCode = 1;
}
