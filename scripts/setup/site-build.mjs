// @ts-check
import { hashFiles } from './hash-files.mjs';
import { projectNode } from './node-modules.mjs';
import { runStep } from './run-step.mjs';
import { SetupError } from './setup-error.mjs';
import { stamp } from './stamp.mjs';

/** Everything that the built pages depend on. */
const inputs = [
  'astro.config.mjs',
  'content',
  'content.config.ts',
  'package-lock.json',
  'playground-server/protocol',
  'site',
  'tsconfig.json',
];

/** Builds the site into dist/, unless dist/ was built from these very inputs. */
export async function buildSite() {
  // The address that canonical links carry is an input as well.
  const address = process.env.LIVE_MAN_SITE ?? '';
  const built = stamp('dist/.built-from', `${hashFiles(inputs)} ${address}`);
  if (built.isFresh()) return;

  built.clear();
  process.env.ASTRO_TELEMETRY_DISABLED = '1';
  const build = /** @type {const} */ ([projectNode, 'node_modules/.bin/astro', 'build']);
  if (!(await runStep('building the site', [...build]))) {
    throw new SetupError(
      'the site could not be built.',
      'Astro says above which page or component is wrong. To see it at once while editing:  npm run dev',
    );
  }
  built.write();
}
