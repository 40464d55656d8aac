/**
 * Makes what the package `live-man-embed` consists of, in site/embed/package/dist/: the element as an
 * ES module, plugins for Markdown, and types. npm calls it before it packs:
 *
 *   npm pack ./site/embed/package
 */
import { copyFileSync, cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { tagWords } from '../site/embed/tag-words.ts';
import { bundleFile } from '../site/vite/bundle-file.ts';

process.chdir(fileURLToPath(new URL('../site/embed/package', import.meta.url)));
rmSync('dist', { recursive: true, force: true });
mkdirSync('dist');
for (const name of ['index', 'remark', 'rehype']) {
  const code = await bundleFile({
    define: { tagWords: JSON.stringify(tagWords()) },
    build: {
      target: 'es2022',
      lib: { entry: `${name}.ts`, formats: ['es'], fileName: () => `${name}.js` },
    },
  });
  writeFileSync(`dist/${name}.js`, code);
}
// What brings types alone is imported like anything else, and by bundlers, too.
writeFileSync('dist/types-only.js', 'export {};\n');
cpSync('types', 'dist/types', { recursive: true });
copyFileSync('../../../LICENSE', 'dist/LICENSE');
