import { uiLanguageTable } from '../../playground-server/protocol/index.ts';
import { languages } from '../facts/localized.ts';
import { alternatesOf } from './alternates.ts';
import type { ManualPage } from './page-context.ts';

/** The manual at a glance for a language model, in the format of llmstxt.org. */
export function renderLlmsTxt(pages: readonly ManualPage[], origin: string): string {
  const parts = languages.map((lang) => {
    const own = pages.filter((page) => page.lang === lang && page.isTranslated);
    return [
      `## ${uiLanguageTable[lang].endonym}`,
      '',
      ...own.map((page) => line(page, origin)),
      '',
    ].join('\n');
  });
  return `${head}\n${parts.join('\n')}`;
}

const head = `# live-man

> The manual of Linux native AIO (io_setup, io_submit, io_getevents, io_pgetevents, io_cancel,
> io_destroy). Every error condition has an example that was run on a real kernel.

Each page is also there as plain text (.txt), as data with the facts and every example's source
(.json), and as a man page (.2 and the like). Conditions have the same id in every language.
`;

function line({ lang, path, title, description }: ManualPage, origin: string): string {
  const markdown = alternatesOf(`${lang}/${path}`).find(({ format }) => format === 'markdown');
  return `- [${title}](${origin}${markdown?.href}): ${description}`;
}
