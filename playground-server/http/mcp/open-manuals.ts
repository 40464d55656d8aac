import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import {
  manualReaderFile,
  type ManualReader,
  type ManualReaderModule,
  type OtherPage,
  type UiLanguage,
} from '../../protocol/index.ts';
import { loadRenderer } from '../site/load-renderer.ts';

/** The manual in a language; null where the site is not built. */
export type Manuals = (lang: UiLanguage) => Promise<ManualReader | null>;

/**
 * Opens manuals when they are first asked for, which takes a tenth of a second, and again when the
 * site has been rebuilt.
 */
export function openManuals(distDir: string): Manuals {
  const open = new Map<UiLanguage, { builtAtMs: number; manual: Promise<ManualReader> }>();
  return async (lang) => {
    const search = join(distDir, 'search', `${lang}.json`);
    const { mtimeMs } = await stat(search).catch(() => ({ mtimeMs: null }));
    if (mtimeMs === null) return null;
    const known = open.get(lang);
    if (known?.builtAtMs === mtimeMs) return known.manual;
    const manual = openManual(distDir, lang, search);
    open.set(lang, { builtAtMs: mtimeMs, manual });
    // A build that is under way is not remembered.
    manual.catch(() => open.delete(lang));
    return manual;
  };
}

async function openManual(distDir: string, lang: string, search: string): Promise<ManualReader> {
  const reader = await loadRenderer<ManualReaderModule>(distDir, manualReaderFile);
  if (reader === null)
    throw new Error('the site was built without its manual reader: build it again');
  const names = await readdir(join(distDir, lang), { recursive: true });
  const pages = names.filter((name) => /^man\d\w*\/[\w-]+\.json$/.test(name)).sort();
  const paths = [search, ...pages.map((name) => join(distDir, lang, name))];
  const texts = await Promise.all(paths.map((path) => readFile(path, 'utf8')));
  const [entries, ...documents] = texts.map((text): unknown => JSON.parse(text));
  const others = [`${lang}.md`, ...names.filter(isOther).map((name) => join(lang, name))].map(
    (path): OtherPage => ({
      name: path.slice(lang.length).replace(/^\/|\.md$/g, ''),
      markdown: () => readFile(join(distDir, path), 'utf8'),
    }),
  );
  return reader.openManual({ search: entries, pages: documents, others });
}

/** The Markdown of a page that is not of the manual. */
const isOther = (name: string): boolean => /^(?!man\d).*\.md$/.test(name);
