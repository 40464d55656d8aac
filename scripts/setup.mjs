// @ts-check
/**
 * Makes a checkout ready to run: npm packages, system packages, the built site. npm calls it before
 * `start`, `test` and `dev`. On a fresh machine it runs on the system's Node (20.19 or newer), hence
 * plain JavaScript without dependencies.
 *
 *   --for-tests     also what only the tests need (a browser)
 *   --without-site  leaves dist/ alone (the dev server builds on its own)
 */
import { installNodeModules } from './setup/node-modules.mjs';
import { buildSite } from './setup/site-build.mjs';
import { installSystemPackages } from './setup/system-packages.mjs';
import { SetupError } from './setup/setup-error.mjs';

const forTests = process.argv.includes('--for-tests');
const withSite = !process.argv.includes('--without-site');

try {
  await installNodeModules();
  await installSystemPackages({ forTests });
  if (withSite) await buildSite();
} catch (error) {
  if (!(error instanceof SetupError)) throw error;
  console.error(`\nsetup: ${error.message}\n\n${error.remedy}\n`);
  process.exit(1);
}
