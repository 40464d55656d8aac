import { uiLanguageTable } from '../../playground-server/protocol/index.ts';
import type { Family } from '../facts/family-schema.ts';
import { languages } from '../facts/localized.ts';
import { alternatesOf } from './alternates.ts';
import type { Manual, ManualPage } from './page-context.ts';

/** A page that is not of the manual, such as the one about embedding. */
export type OtherPage = Pick<ManualPage, 'lang' | 'path' | 'title' | 'description'>;

export type LlmsTxtFacts = Pick<Manual, 'pages' | 'families' | 'origin'> & {
  others: readonly OtherPage[];
};

/** The manual at a glance for a language model, in the format of llmstxt.org. */
export function renderLlmsTxt({ pages, families, others, origin }: LlmsTxtFacts): string {
  const parts = languages.map((lang) => {
    const own = [...pages.filter(({ isTranslated }) => isTranslated), ...others].filter(
      (page) => page.lang === lang,
    );
    return [
      `## ${uiLanguageTable[lang].endonym}`,
      '',
      ...own.map((page) => line(page, origin)),
      '',
    ].join('\n');
  });
  return `${head(families, origin)}\n${parts.join('\n')}`;
}

const head = (families: readonly Family[], origin: string): string => `# live-man

> The manual of ${families.map(named).join('; ')}. Every error condition has an example that was run on a real kernel.

Each page's own address answers \`Accept: text/markdown\`. Those of the manual are also there as plain
text (.txt), as data with the facts and every example's source (.json), and as man pages (.2 and the like).
Conditions have the same id in every language. All pages in one file: ${whole(origin)}.
To search the manual and to run snippets, connect to the MCP server at ${origin}/mcp.
`;

const whole = (origin: string): string =>
  languages
    .map((lang) => `[${uiLanguageTable[lang].endonym}](${origin}/${lang}/llms-full.txt)`)
    .join(', ');

/** `Linux native AIO (io_setup, io_submit)` */
function named({ subject, pages }: Family): string {
  const calls = pages.filter((page) => page.endsWith('(2)')).map((page) => page.slice(0, -3));
  return `${subject.en} (${calls.join(', ')})`;
}

function line({ lang, path, title, description }: OtherPage, origin: string): string {
  const markdown = alternatesOf(path ? `${lang}/${path}` : lang).find(
    ({ format }) => format === 'markdown',
  );
  return `- [${title}](${origin}${markdown?.href}): ${description}`;
}
