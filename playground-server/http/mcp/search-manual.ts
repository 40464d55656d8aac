import type { McpServer } from '@modelcontextprotocol/server';
import { z } from 'zod';
import { languageField, placeLine } from './ask-manual.ts';
import type { Manuals } from './open-manuals.ts';
import { notBuilt, toolText } from './tool-text.ts';

const inputSchema = z.object({
  query: z
    .string()
    .max(500)
    .describe('a call, a constant, an errno by name or number, a logged line, or a sentence'),
  ...languageField,
});

/** The tool that finds places in the manual, as the search of the site does. */
export function addSearchManual(server: McpServer, manuals: Manuals): void {
  server.registerTool(
    'search_manual',
    {
      title: 'Search the manual',
      description:
        'Finds pages, errnos, error conditions, fields and functions of Linux native AIO. ' +
        'read_page reads the page of each address that it gives.',
      inputSchema,
      annotations: { readOnlyHint: true, openWorldHint: false },
    },
    async ({ query, language }) => {
      const manual = await manuals(language);
      if (manual === null) return notBuilt;
      const found = manual.find(query);
      if (found.length > 0) return toolText(found.map(placeLine).join('\n'));
      return toolText('Nothing is found. Try the name of a call or an errno, or fewer words.');
    },
  );
}
