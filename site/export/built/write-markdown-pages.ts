import { appendFileSync, existsSync, globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sourceLanguage, uiLanguages } from '../../../playground-server/protocol/index.ts';
import { alternatesOf } from '../alternates.ts';
import { between } from '../llms-full-txt.ts';
import { pageToMarkdown } from './page-to-markdown.ts';

/**
 * Lays its Markdown beside every built page that has none yet, and adds those that say something of
 * their own to the file that has all pages.
 *
 * @param folder where the site was built
 * @param origin of the site
 */
export function writeMarkdownPages(folder: string, origin: string): void {
  for (const lang of uiLanguages) {
    const pages = globSync(`${lang}/**/index.html`, { cwd: folder }).sort();
    const written = pages.flatMap((file) => {
      const path = `/${file.slice(0, -'index.html'.length)}`;
      const [markdown] = alternatesOf(path).filter(({ format }) => format === 'markdown');
      const target = join(folder, markdown?.href ?? '');
      if (!markdown || existsSync(target)) return [];
      const text = pageToMarkdown(readFileSync(join(folder, file), 'utf8'), origin + path);
      writeFileSync(target, text);
      return repeats.test(path) ? [] : [between + text];
    });
    const whole = lang === sourceLanguage ? ['', lang] : [lang];
    for (const place of whole)
      appendFileSync(join(folder, place, 'llms-full.txt'), written.join(''));
  }
}

/** Pages that show what others show, side by side. */
const repeats = /\/compare\//;
