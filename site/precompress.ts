import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';
import type { AstroIntegration } from 'astro';

const compress = promisify(brotliCompress);

/** Text that browsers fetch; fonts and Pagefind's index are already compressed. */
const text = /\.(html|css|js|json|svg|xml|md|txt|wasm)$/;
/**
 * Hundreds of small pages that few readers open, which the server compresses when it sends them.
 */
const frame = /\/embed\/[^/]+\//;
/** A response that fits into one network packet gains nothing. */
const smallestBytes = 1400;
/** As many as Node compresses at once. */
const atOnce = 4;
/** Ten times as fast as the best quality, and only a few per cent larger. */
const params = { [constants.BROTLI_PARAM_QUALITY]: 9 };

/**
 * Puts a .br file next to every text file of the build, for servers that send precompressed files.
 */
export const precompress = (): AstroIntegration => ({
  name: 'live-man-precompress',
  hooks: {
    'astro:build:done': async ({ dir }) => {
      const root = fileURLToPath(dir);
      const names = await readdir(root, { recursive: true });
      const waiting = names.filter((one) => text.test(one) && !frame.test(one));
      const take = async () => {
        for (let name = waiting.pop(); name; name = waiting.pop())
          await layBeside(join(root, name));
      };
      await Promise.all(Array.from({ length: atOnce }, take));
    },
  },
});

async function layBeside(path: string): Promise<void> {
  const bytes = await readFile(path);
  if (bytes.length < smallestBytes) return;
  await writeFile(`${path}.br`, await compress(bytes, { params }));
}
