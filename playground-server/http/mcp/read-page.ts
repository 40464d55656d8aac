import type { McpServer } from '@modelcontextprotocol/server';
import { z } from 'zod';
import { uiLanguages, type UiLanguage } from '../../protocol/index.ts';
import { languageField } from './ask-manual.ts';
import type { Manuals } from './open-manuals.ts';
import { notBuilt, toolError, toolText } from './tool-text.ts';

/** Some 20,000 words: more than all but one of the sections, and less than one of the pages. */
const longest = 48 * 1024;

const inputSchema = z.object({
  page: z
    .string()
    .max(500)
    .describe(
      'such as io_submit, io_submit(2), errnos, or an address that search_manual has given',
    ),
  section: z.string().max(100).optional().describe('heading of one section, such as Errors'),
  ...languageField,
});

/** The tool that gives any page as Markdown, those of the manual with examples and their tapes. */
export function addReadPage(server: McpServer, manuals: Manuals): void {
  server.registerTool(
    'read_page',
    {
      title: 'Read a page',
      description:
        'A page as Markdown: of the manual, with every error condition and examples that were run, or ' +
        'any other, such as the errnos, the playground and its limits, or a lesson. Of a long page, ' +
        'ask for one section.',
      inputSchema,
      annotations: { readOnlyHint: true, openWorldHint: false },
    },
    async ({ page, section, language }) => {
      const manual = await manuals(languageOf(page) ?? language);
      const read = await manual?.read(page, section);
      switch (read?.kind) {
        case undefined:
          return notBuilt;
        case 'unknown':
          return toolError(`There is no such page. There are: ${read.pages.join(', ')}.`);
        case 'section-unknown':
          return toolError(`The page has no such section. It has: ${read.sections.join(', ')}.`);
        case 'page':
          return toolText(cut(read.markdown, read.sections));
      }
    },
  );
}

/** An address says in which language its page is. */
const languageOf = (address: string): UiLanguage | undefined =>
  uiLanguages.find((known) => new RegExp(`(^|/)${known}(/|$)`).test(address));

/** Ends a text that is too long with a whole line, and says how to read on. */
function cut(markdown: string, sections: readonly string[]): string {
  if (markdown.length <= longest) return markdown;
  const shown = markdown.slice(0, markdown.lastIndexOf('\n', longest));
  return `${shown}\n\n[The text is longer than that. Ask for one section: ${sections.join(', ')}.]`;
}
