import { decodeBody } from '../../snippet/decode-body.ts';
import { problemResponse } from '../problem-response.ts';
import { knownOrigins } from '../runs/known-origins.ts';
import { readBody } from '../runs/read-body.ts';
import type { App, AppContext, ServerParts } from '../server-parts.ts';
import { openManuals, type Manuals } from './open-manuals.ts';

/**
 * /mcp: the manual and the playground for assistants, by the Model Context Protocol over streamable
 * HTTP. Each request stands alone: there are no sessions, and nothing to subscribe to.
 */
export function addMcpRoute(app: App, parts: ServerParts): void {
  const manuals = openManuals(parts.config.distDir);
  app.use('/mcp', knownOrigins(parts));
  app.post('/mcp', async (c) => {
    const body = await readBody(c.req.raw);
    if (body.kind === 'rejection') return problemResponse(body);
    // One message: a batch would be many requests in one.
    const message = decodeBody(body.bytes);
    if (message.kind === 'rejection') return problemResponse(message);
    return answer(c, message.value, manuals, parts);
  });
  app.all('/mcp', (c) => c.text('Send MCP messages by POST.\n', 405, { allow: 'POST' }));
}

async function answer(
  c: AppContext,
  message: unknown,
  manuals: Manuals,
  parts: ServerParts,
): Promise<Response> {
  // Most servers, runners among them, never need it: it takes memory.
  const [{ createMcpHandler }, { createMcpServer }] = await Promise.all([
    import('@modelcontextprotocol/server'),
    import('./create-mcp-server.ts'),
  ]);
  const handler = createMcpHandler(() => createMcpServer(c, manuals, parts), {
    maxSubscriptions: 0,
    onerror: (err) => parts.log.info({ err }, 'MCP'),
  });
  return handler.fetch(c.req.raw, { parsedBody: message });
}
