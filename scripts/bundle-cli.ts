/**
 * Makes what the package of the command `live-man` consists of, in cli/dist/: the command, the client
 * for programs, and its types. All of it is bundled, so that the package needs no other, nor the
 * server's sources. npm calls it before it packs:
 *
 *   npm pack ./cli
 */
import { chmodSync, copyFileSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { bundleFile } from '../site/vite/bundle-file.ts';
import { declarePackage } from './cli/declare-package.ts';

process.chdir(fileURLToPath(new URL('..', import.meta.url)));
rmSync('cli/dist', { recursive: true, force: true });
mkdirSync('cli/dist');
for (const [name, entry] of [
  ['live-man.js', 'cli/main.ts'],
  ['index.js', 'cli/index.ts'],
] as const) {
  const code = await bundleFile({
    build: {
      target: 'node20',
      lib: { entry, formats: ['es'], fileName: () => name },
      rolldownOptions: { external: /^node:/ },
    },
  });
  writeFileSync(`cli/dist/${name}`, code);
}
chmodSync('cli/dist/live-man.js', 0o755);
writeFileSync('cli/dist/index.d.ts', declarePackage());
copyFileSync('LICENSE', 'cli/dist/LICENSE');
