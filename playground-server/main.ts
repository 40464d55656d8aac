import { parseConfig } from './config.ts';
import { standardAnswerBounds } from './http/answers/answer-bounds.ts';
import { Answers } from './http/answers/answers.ts';
import { createAllowances } from './http/clients/allowances.ts';
import { Comparisons } from './http/clients/comparisons.ts';
import { createFrameTickets, frameTicketKey } from './http/embed/frame-tickets.ts';
import { createApp } from './http/create-app.ts';
import { listen } from './http/listen.ts';
import { LastHour } from './http/operation/last-hour.ts';
import { createLog } from './http/operation/log.ts';
import { createMetrics } from './http/operation/metrics.ts';
import { Readiness } from './http/operation/readiness.ts';
import { openTraces } from './http/operation/run-traces.ts';
import { LinkStore } from './links/link-store.ts';
import { openLinks } from './links/open-links.ts';
import { connectRedis } from './redis/connect-redis.ts';
import { openResults } from './results/open-results.ts';
import { startEngines } from './run/kernels/start-engines.ts';

const answer = parseConfig(process.env);
if (answer.kind === 'wrong') refuse(...answer.sentences);
const { config } = answer;

const log = createLog(config.logLevel);
const metrics = createMetrics(config.runners.length > 0 ? 'web' : 'runner');
const lastHour = new LastHour();
const engine = await startEngines(
  config,
  {
    troubled: (err) => log.warn({ err }, 'trouble'),
  },
  {
    runnerUp: (runner) => log.info({ runner }, 'runner up'),
    runnerDown: (runner, why) => log.warn({ runner, why }, 'runner down'),
  },
);
metrics.watch(engine);

const redis =
  config.redisUrl === null
    ? null
    : await connectRedis(config.redisUrl, (err) =>
        log.warn({ err }, 'Redis cannot be reached: this instance counts alone'),
      );
// Runners are polled in any case, so reporting what is known of them costs nothing.
const readiness = new Readiness(
  engine,
  (err) => log.warn({ err }, 'the preflight failed to finish'),
  config.runners.length > 0 ? { freshMs: 0 } : {},
);
for (const { name, detail, remedy } of await readiness.lacking()) {
  console.error(`Snippets cannot run yet: ${name}: ${detail} ${remedy}`);
}

const opened = config.links && (await openLinks(config.links, redis));
if (opened?.kind === 'closed') console.error(opened.sentence);
const kept = opened?.kind === 'open' ? opened.store : null;

const traces = await openTraces(config.traceCollector);
const parts = {
  config,
  engine,
  readiness,
  metrics,
  lastHour,
  links: kept && new LinkStore(kept),
  results: kept && openResults(kept, config, config.links?.kind === 'redis' ? redis : null),
  log,
  traces,
  allowances: createAllowances(config.runsPerMinute, redis),
  comparisons: new Comparisons(),
  answers: new Answers(standardAnswerBounds),
  tickets: createFrameTickets(await frameTicketKey(redis)),
};
const server = await listen(createApp(parts), config);
if (server.kind === 'refused') {
  await engine.close(0);
  refuse(server.sentence);
}
const endings = ['SIGTERM', 'SIGINT'] as const;
for (const signal of endings) process.on(signal, end);
console.log(`live-man listens on ${server.url}`);

function end(): void {
  void shutDown();
}

/**
 * Lets current runs finish; a second signal ends the process at once. Until then it listens on:
 * newcomers learn when to come back, and a web instance that this server is alive.
 */
async function shutDown(): Promise<void> {
  for (const signal of endings) process.off(signal, end);
  if (server.kind === 'listening') {
    readiness.end();
    await engine.close(config.shutdownGraceMs);
    await server.disconnect();
    kept?.close();
    redis?.disconnect();
    await traces.close();
  }
  process.exit(0);
}

function refuse(...sentences: string[]): never {
  for (const sentence of sentences) console.error(sentence);
  process.exit(1);
}
