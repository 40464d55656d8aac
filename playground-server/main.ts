import { parseConfig } from './config.ts';
import { createApp } from './http/create-app.ts';
import { listen } from './http/listen.ts';
import { createLog } from './http/log.ts';
import { createMetrics } from './http/metrics.ts';
import { Readiness } from './http/readiness.ts';
import { openLinks } from './links/open-links.ts';
import { createEngine } from './run/create-engine.ts';

const answer = parseConfig(process.env);
if (answer.kind === 'wrong') refuse(...answer.sentences);
const { config } = answer;

const log = createLog(config.logLevel);
const metrics = createMetrics();
const engine = await createEngine(config, {
  ...metrics.observer,
  troubled: (err) => log.warn({ err }, 'trouble'),
});
metrics.watch(engine);

const readiness = new Readiness(engine);
for (const { name, detail, remedy } of await readiness.lacking()) {
  console.error(`Snippets cannot run yet: ${name}: ${detail} ${remedy}`);
}

const opened = config.links && (await openLinks(config.links));
if (opened?.kind === 'closed') console.error(opened.sentence);
const links = opened?.kind === 'open' ? opened.store : null;

const server = await listen(createApp({ config, engine, readiness, metrics, links, log }), config);
if (server.kind === 'refused') {
  await engine.close(0);
  refuse(server.sentence);
}
console.log(`live-man listens on ${server.url}`);

const endings = ['SIGTERM', 'SIGINT'] as const;
for (const signal of endings) process.on(signal, shutDown);

/** Running runs may end; a second signal ends the process at once. */
async function shutDown(): Promise<void> {
  for (const signal of endings) process.off(signal, shutDown);
  if (server.kind === 'listening') {
    server.stopAccepting();
    await engine.close(config.shutdownGraceMs);
    await server.disconnect();
    links?.close();
  }
  process.exit(0);
}

function refuse(...sentences: string[]): never {
  for (const sentence of sentences) console.error(sentence);
  process.exit(1);
}
