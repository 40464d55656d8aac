import { close, createIndex } from 'pagefind';

/**
 * Indexes the text of the built pages, one index per language, into pagefind/ below them. Starlight
 * could do it, but cannot be told what belongs to a word: `io_submit` is one, underscore and all.
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
  const added = await index.addDirectory({ path: folder });
  const written = await index.writeFiles({ outputPath: `${folder}/pagefind` });
  await close();
  const failures = [...added.errors, ...written.errors];
  if (failures.length > 0) throw new Error(`Pagefind failed: ${failures.join(' ')}`);
}
