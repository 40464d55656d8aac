import type { McpServer } from '@modelcontextprotocol/server';
import { z } from 'zod';
import { languageField } from './ask-manual.ts';
import type { Manuals } from './open-manuals.ts';
import { notBuilt, toolError, toolText } from './tool-text.ts';

const inputSchema = z.object({
  call: z.string().max(100).describe('such as io_submit'),
  errno: z.string().max(20).describe('such as EINVAL, whether returned or in io_event.res'),
  ...languageField,
});

/** The tool that tells when a call sets an errno, how to tell the cases apart, and what to do. */
export function addExplainError(server: McpServer, manuals: Manuals): void {
  server.registerTool(
    'explain_error',
    {
      title: 'Explain an errno of a call',
      description:
        'Every condition under which a call of Linux native AIO gives an errno, in the order of the ' +
        'kernel’s checks, with what to do about it and where the manual proves it.',
      inputSchema,
      annotations: { readOnlyHint: true, openWorldHint: false },
    },
    async ({ call, errno, language }) => {
      const manual = await manuals(language);
      if (manual === null) return notBuilt;
      const conditions = manual.explain(call.replace(/\(.*/, ''), errno.toUpperCase());
      if (conditions.length > 0) return toolText(conditions.join('\n---\n\n'));
      const detail = 'search_manual finds what it knows of either.';
      return toolError(`The manual knows no case in which ${call} gives ${errno}. ${detail}`);
    },
  );
}
