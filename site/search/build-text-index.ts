import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { close, createIndex } from 'pagefind';
import { spaced } from './spaced.ts';

/**
 * Indexes the text of the built pages, one index per language, into pagefind/ below them. Starlight
 * could do it, but cannot be told what makes a word: `io_submit` is one, underscore and all.
 *
 * @param folder where the site was built
 */
export async function buildTextIndex(folder: string): Promise<void> {
  const { index, errors } = await createIndex({
    includeCharacters: '_',
    // Addresses and times on a tape are not words.
    excludeSelectors: ['live-man-playground', 'live-man-example'],
  });
  if (!index) throw new Error(`Pagefind did not start: ${errors.join(' ')}`);
  const failures: string[] = [];
  for (const sourcePath of globSync('**/*.html', { cwd: folder }).sort()) {
    const content = spaced(readFileSync(join(folder, sourcePath), 'utf8'));
    failures.push(...(await index.addHTMLFile({ sourcePath, content })).errors);
  }
  failures.push(...(await index.writeFiles({ outputPath: `${folder}/pagefind` })).errors);
  await close();
  if (failures.length > 0) throw new Error(`Pagefind failed: ${failures.join(' ')}`);
}
