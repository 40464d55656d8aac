import { join } from 'node:path';
import { OpenAPIHono } from '@hono/zod-openapi';
import { pictureDrawerFile } from '../protocol/picture.ts';
import { FactUnknown } from '../run/engine.ts';
import { describeIssue } from '../snippet/describe-issue.ts';
import { reject } from '../snippet/rejection.ts';
import { addChecksRoute } from './runs/checks-route.ts';
import { contentPolicy } from './site/content-policy.ts';
import { crossOrigin } from './runs/cross-origin.ts';
import { addFactsRoutes } from './operation/facts-routes.ts';
import { addFormRoute } from './runs/form-route.ts';
import { isFrameOfOurs, knownOrigins } from './runs/known-origins.ts';
import { addMcpRoute } from './mcp/mcp-route.ts';
import { addLinksRoutes } from './links/links-routes.ts';
import { addOembedRoute } from './embed/oembed-route.ts';
import { addOperationRoutes } from './operation/operation-routes.ts';
import { addPictureRoutes } from './pictures/picture-routes.ts';
import { Pictures } from './pictures/pictures.ts';
import { problemResponse } from './problem-response.ts';
import { addRunsRoute } from './runs/runs-route.ts';
import { securityHeaders } from './site/security-headers.ts';
import type { App, AppContext, AppEnv, ServerParts } from './server-parts.ts';
import { addResultPages } from './results/result-pages.ts';
import { addResultsRoutes } from './results/results-routes.ts';
import { addSharedRoutes } from './links/shared-routes.ts';
import { addStatusRoute } from './operation/status-route.ts';
import { addSecurityTxt } from './site/security-txt.ts';
import { addSiteRoutes, siteNotFound } from './site/site-routes.ts';

/** Everything that the server answers. */
export function createApp(parts: ServerParts): App {
  const { config, log } = parts;
  const app = new OpenAPIHono<AppEnv>({
    defaultHook: (result) => {
      const issue = result.success ? undefined : result.error.issues[0];
      return issue && problemResponse(reject('malformed-request', describeIssue(issue)));
    },
  });
  app.use(securityHeaders(), contentPolicy(config));
  const readable = crossOrigin(config.apiOrigins, (c) => isFrameOfOurs(c, parts));
  app.use('/api/*', readable, knownOrigins(parts));
  addRunsRoute(app, parts);
  addChecksRoute(app, parts);
  addFactsRoutes(app, parts);
  addLinksRoutes(app, parts);
  addResultsRoutes(app, parts);
  addStatusRoute(app, parts);
  addOperationRoutes(app, parts);
  addOembedRoute(app, parts);
  app.all('/api/*', (c) => apiNotFound(c));
  addMcpRoute(app, parts);
  const pictures = new Pictures(join(config.distDir, pictureDrawerFile));
  addSharedRoutes(app, parts, pictures);
  addResultPages(app, parts, pictures);
  addPictureRoutes(app, config.distDir, pictures);
  addFormRoute(app, parts);
  addSecurityTxt(app, config.securityContact);
  addSiteRoutes(app, parts);
  app.notFound((c) => siteNotFound(c, config.distDir));
  app.onError((err, c) => {
    if (err instanceof FactUnknown) return problemResponse(reject('not-ready', err.message));
    log.error({ err, method: c.req.method, path: c.req.path }, 'unexpected');
    const message = 'The server made a mistake. Try again; if it happens again, report it.';
    return c.json({ kind: 'faulted', code: 'internal', message }, 500);
  });
  return app;
}

function apiNotFound(c: AppContext): Response {
  const detail = `${c.req.method} ${c.req.path.slice(0, 100)} is not part of the API. See /api/openapi.json.`;
  return problemResponse(reject('not-found', detail));
}
