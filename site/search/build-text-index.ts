import { close, createIndex } from 'pagefind';

/**
 * Indexes the text of the built pages, one index a language, into pagefind/ below them. Not by
 * Starlight, which has no option for what is part of a word: `io_submit` is one, underscore and all.
 *
 * @param folder where the site was built
 */
export async function buildTextIndex(folder: string): Promise<void> {
  const { index, errors } = await createIndex({
    includeCharacters: '_',
    // Addresses and times of a tape are no words.
    excludeSelectors: ['live-man-playground', 'live-man-lenses'],
  });
  if (!index) throw new Error(`Pagefind did not start: ${errors.join(' ')}`);
  const added = await index.addDirectory({ path: folder });
  const written = await index.writeFiles({ outputPath: `${folder}/pagefind` });
  await close();
  const failures = [...added.errors, ...written.errors];
  if (failures.length > 0) throw new Error(`Pagefind failed: ${failures.join(' ')}`);
}
