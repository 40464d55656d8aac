import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { AstroIntegration } from 'astro';

/**
 * What is laid beside a file, by the end of its name. Browsers offer Brotli over HTTPS alone, so that
 * plain HTTP needs the other. Brotli's quality is ten times as fast as the best, and only a few per
 * cent larger; what is small can have the best, such as the script that other people's pages load.
 */
const compressors = {
  '.br': (bytes: Buffer) =>
    promisify(brotliCompress)(bytes, {
      params: { [constants.BROTLI_PARAM_QUALITY]: bytes.length < 16_384 ? 11 : 9 },
    }),
  '.gz': (bytes: Buffer) => promisify(gzip)(bytes, { level: 9 }),
};

/** Text that browsers fetch; fonts and Pagefind's index are already compressed. */
const text = /\.(html|css|js|json|svg|xml|md|txt|wasm)$/;
/**
 * Hundreds of small pages that few readers open, which the server compresses when it sends them.
 */
const frame = /\/embed\/[^/]+\//;
/** What the server draws pictures with is sent to nobody. */
const drawing = /^server\/(draw-picture\.js$|pictures\/)/;
/** A response that fits into one network packet gains nothing. */
const smallestBytes = 1400;
/** As many as Node compresses at once. */
const atOnce = 4;

/** Puts compressed files next to every text file of the build, for servers that send such files. */
export const precompress = (): AstroIntegration => ({
  name: 'live-man-precompress',
  hooks: {
    'astro:build:done': async ({ dir }) => {
      const root = fileURLToPath(dir);
      const names = await readdir(root, { recursive: true });
      const waiting = names.filter(
        (one) => text.test(one) && !frame.test(one) && !drawing.test(one),
      );
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
  for (const [end, compress] of Object.entries(compressors))
    await writeFile(`${path}${end}`, await compress(bytes));
}
