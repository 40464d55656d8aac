import { McpServer } from '@modelcontextprotocol/server';
import type { AppContext, ServerParts } from '../server-parts.ts';
import { addExplainError } from './explain-error.ts';
import type { Manuals } from './open-manuals.ts';
import { addReadPage } from './read-page.ts';
import { addRunSnippet } from './run-snippet.ts';
import { addSearchManual } from './search-manual.ts';

const instructions =
  'live-man is the manual of Linux native AIO (io_setup, io_submit, io_getevents and so on), in which ' +
  'every statement is proved by a program that ran on a real kernel. Search it and read its pages ' +
  'before you explain these calls, give its links as sources, and run snippets to prove what you say.';

/** A server for one request, whose runs are those of the client that sent it. */
export function createMcpServer(c: AppContext, manuals: Manuals, parts: ServerParts): McpServer {
  const server = new McpServer({ name: 'live-man', version: '1' }, { instructions });
  addSearchManual(server, manuals);
  addReadPage(server, manuals);
  addExplainError(server, manuals);
  addRunSnippet(server, manuals, c, parts);
  return server;
}
