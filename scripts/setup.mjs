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

try {
  await installNodeModules();
  if (!npmOnly) await installSystemPackages({ forTests });
  if (withSite) await buildSite();
} catch (error) {
  if (!(error instanceof SetupError)) throw error;
  console.error(`\nsetup: ${error.message}\n\n${error.remedy}\n`);
  process.exit(1);
}
