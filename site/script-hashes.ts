import { createHash } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';

const script = /<script(?<attributes>[^>]*)>(?<text>[^]*?)<\/script>/g;
/** Data blocks never run, and a script with an address is judged by that. */
const isNotInline = /\ssrc=|\stype="(?!module")/;

/** The CSP sources `'sha256-…'` (level 2) of the inline scripts in these pages. */
export function inlineScriptHashes(pages: readonly string[]): string[] {
  const hashes = pages
    .flatMap((page) => Array.from(page.matchAll(script), ({ groups }) => groups ?? {}))
    .filter(({ attributes = '' }) => !isNotInline.test(attributes))
    .map(({ text = '' }) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`);
  return [...new Set(hashes)].sort();
}

/**
 * Adds script-hashes.json to the build: the inline scripts that the server's
 * Content-Security-Policy lets run, so that no others do.
 */
export const scriptHashes = (): AstroIntegration => ({
  name: 'live-man-script-hashes',
  hooks: {
    'astro:build:done': async ({ dir }) => {
      const root = fileURLToPath(dir);
      const names = await readdir(root, { recursive: true });
      const files = names.filter((name) => name.endsWith('.html')).map((name) => join(root, name));
      const pages = await Promise.all(files.map((file) => readFile(file, 'utf8')));
      await writeFile(join(root, 'script-hashes.json'), JSON.stringify(inlineScriptHashes(pages)));
    },
  },
});
