import type { McpServer } from '@modelcontextprotocol/server';
import { runRequestSchema, snippetFile, sourceLanguage } from '../../protocol/index.ts';
import type { MetErrno, RunRequest } from '../../protocol/index.ts';
import { Transcript } from '../../protocol/transcript/transcript.ts';
import { parseRunValue } from '../../snippet/parse-run-request.ts';
import { toProblem } from '../problem.ts';
import { acceptSnippet } from '../runs/accept-snippet.ts';
import { gatherEvents, type GatheredEvents, type PageBounds } from '../runs/gather-events.ts';
import { runDoor } from '../runs/run-door.ts';
import { watchRun } from '../runs/watch-run.ts';
import type { AppContext, ServerParts } from '../server-parts.ts';
import { placeLine } from './ask-manual.ts';
import type { Manuals } from './open-manuals.ts';
import { toolError, toolText } from './tool-text.ts';

/** What a language model has room for. */
const bounds: PageBounds = { calls: 100, callsLength: 128 * 1024, outputLength: 16 * 1024 };

/**
 * The tool that runs a snippet. It is a run of the client that asked, like any other: it counts, waits
 * and is bounded as if it had come by POST /api/v1/runs.
 */
export function addRunSnippet(
  server: McpServer,
  manuals: Manuals,
  c: AppContext,
  parts: ServerParts,
): void {
  server.registerTool(
    'run_snippet',
    {
      title: 'Run a snippet on a real kernel',
      description:
        'Compiles a whole program in C, C++ or TypeScript and runs it in a sandbox without a network. ' +
        'Answers with what the compiler says, the system calls with their results and errnos after ' +
        'the numbers of their lines, the output, and what the manual says of each errno.',
      inputSchema: runRequestSchema,
      annotations: { readOnlyHint: true, openWorldHint: false },
    },
    async (request, { mcpReq }) => {
      const accepted = await acceptSnippet(
        c,
        async () => parseRunValue({ ...request, tapeCalls: bounds.calls }),
        parts,
        runDoor(parts),
      );
      if (accepted.kind === 'rejection') {
        const { title, detail } = toProblem(accepted);
        return toolError(`${title}. ${detail}`);
      }
      const gone = AbortSignal.any([mcpReq.signal, c.req.raw.signal]);
      const run = await gatherEvents(watchRun(c, accepted, gone, parts), bounds);
      const met = (await manuals(sourceLanguage))?.met(run.events) ?? [];
      return toolText(runText(accepted.request, run, met));
    },
  );
}

function runText(
  { language, source }: RunRequest,
  { events, omitted }: GatheredEvents,
  met: readonly MetErrno[],
): string {
  const transcript = new Transcript({ file: snippetFile(language), source, merged: true });
  const told = events.flatMap((event) => transcript.tell(event).map(({ text }) => text));
  return [
    told.join(''),
    ...(omitted.calls > 0 ? [`Not shown: ${omitted.calls} more calls.`] : []),
    ...(omitted.outputLength > 0 ? [`Not shown: ${omitted.outputLength} characters.`] : []),
    ...met.map(metText),
  ].join('\n');
}

/** What one errno means; where the tape cannot tell which of several conditions was met, all of them. */
function metText({ place, errno, line, conditions }: MetErrno): string {
  const where = line === null ? '' : `line ${line}, `;
  const lines = conditions.map(placeLine);
  const lead = lines.length > 1 ? ' is one of:' : ' means:';
  return lines.length === 0 ? '' : [`${where}${place}: ${errno}${lead}`, ...lines, ''].join('\n');
}
