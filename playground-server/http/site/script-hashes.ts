import { join } from 'node:path';
import { z } from 'zod';
import { builtJson } from './built-json.ts';

const hashes = z.array(z.string()).readonly();

/**
 * The hashes of the built site's inline scripts, as sources of a Content-Security-Policy:
 * `'sha256-…'`. From the list that site/script-hashes.ts writes; none if there is no list.
 */
export const scriptHashesOf = (distDir: string): (() => readonly string[]) =>
  builtJson(join(distDir, 'script-hashes.json'), (json) => hashes.parse(json), []);
