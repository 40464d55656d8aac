import type { HttpBindings } from '@hono/node-server';
import type { OpenAPIHono } from '@hono/zod-openapi';
import type { Context } from 'hono';
import type { ServerConfig } from '../config.ts';
import type { LinkStore } from '../links/link-store.ts';
import type { Results } from '../results/results.ts';
import type { Engine } from '../run/engine.ts';
import type { Answers } from './answers/answers.ts';
import type { Allowances } from './clients/allowances.ts';
import type { Comparisons } from './clients/comparisons.ts';
import type { FrameTickets } from './embed/frame-tickets.ts';
import type { LastHour } from './operation/last-hour.ts';
import type { Log } from './operation/log.ts';
import type { Metrics } from './operation/metrics.ts';
import type { Readiness } from './operation/readiness.ts';
import type { RunTraces } from './operation/run-traces.ts';

/** What the routes are made of. */
export interface ServerParts {
  config: Pick<
    ServerConfig,
    | 'apiOrigins'
    | 'distDir'
    | 'frameAncestors'
    | 'host'
    | 'securityContact'
    | 'siteHost'
    | 'siteOrigin'
    | 'trustProxyHops'
  >;
  engine: Engine;
  readiness: Readiness;
  metrics: Metrics;
  /** Null if the operator wants no short links, or they cannot be opened. */
  links: LinkStore | null;
  /** Null if there are no links, or no key to sign with. */
  results: Results | null;
  lastHour: LastHour;
  log: Log;
  traces: RunTraces;
  allowances: Allowances;
  comparisons: Comparisons;
  answers: Answers;
  tickets: FrameTickets;
}

/** Node's request and response: present with a real listener, absent under app.request(). */
export interface AppEnv {
  Bindings: Partial<HttpBindings>;
}
export type App = OpenAPIHono<AppEnv>;
export type AppContext = Context<AppEnv>;
