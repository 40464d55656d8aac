/**
 * Makes what the package of the command `live-man-check` consists of, in site/embed/check/dist/, with
 * all that it needs. npm calls it before it packs:
 *
 *   npm pack ./site/embed/check
 */
import { chmodSync, copyFileSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { bundleFile } from '../site/vite/bundle-file.ts';

process.chdir(fileURLToPath(new URL('../site/embed/check', import.meta.url)));
rmSync('dist', { recursive: true, force: true });
mkdirSync('dist');
const name = 'live-man-check.js';
const code = await bundleFile({
  // The package installs nothing beside itself.
  ssr: { noExternal: true },
  build: {
    ssr: 'main.ts',
    target: 'node22',
    minify: true,
    rolldownOptions: { external: /^node:/, output: { entryFileNames: name } },
  },
});
writeFileSync(`dist/${name}`, code);
chmodSync(`dist/${name}`, 0o755);
copyFileSync('../../../LICENSE', 'dist/LICENSE');
