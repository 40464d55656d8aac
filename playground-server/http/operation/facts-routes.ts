import { standardKernel } from '../../protocol/index.ts';
import { getEnvironment, getKernels, getLimits, getProblem } from './openapi-routes.ts';
import { problems } from '../problem.ts';
import { problemResponse } from '../problem-response.ts';
import { rejectKernel } from '../runs/reject-kernel.ts';
import type { App, ServerParts } from '../server-parts.ts';

/** What a caller may want to know before running anything. */
export function addFactsRoutes(app: App, { engine }: Pick<ServerParts, 'engine'>): void {
  for (const { path } of [getEnvironment, getLimits]) {
    app.use(path, async (c, next) => {
      const unknown = rejectKernel(c.req.query('kernel') ?? standardKernel, engine);
      return unknown ? problemResponse(unknown) : next();
    });
  }
  app.openapi(getEnvironment, (c) => c.json(engine.environment(c.req.valid('query')), 200));
  app.openapi(getLimits, (c) => c.json(engine.limits(c.req.valid('query')), 200));
  app.openapi(getKernels, (c) => c.json({ kernels: engine.kernelFacts() }, 200));
  app.openapi(getProblem, (c) => {
    const { code } = c.req.valid('param');
    return c.json({ type: `/api/v1/problems/${code}`, ...problems[code], code }, 200);
  });
  let rendered: string | undefined;
  app.get('/api/openapi.json', (c) => {
    // It takes five milliseconds to make, and never changes once all routes are there.
    rendered ??= JSON.stringify(app.getOpenAPI31Document(description));
    return c.body(rendered, 200, { 'content-type': 'application/json' });
  });
}

const description = {
  openapi: '3.1.0',
  info: {
    title: 'live-man playground',
    version: '1',
    description:
      'Runs C and TypeScript snippets on a real kernel and shows every AIO call that they make.',
  },
};
