import { standardAnswerBounds } from '../../../playground-server/http/answers/answer-bounds.ts';
import { Comparisons } from '../../../playground-server/http/clients/comparisons.ts';
import { Answers } from '../../../playground-server/http/answers/answers.ts';
import { createApp } from '../../../playground-server/http/create-app.ts';
import { createFrameTickets } from '../../../playground-server/http/embed/frame-tickets.ts';
import { LastHour } from '../../../playground-server/http/operation/last-hour.ts';
import { createMetrics } from '../../../playground-server/http/operation/metrics.ts';
import type { LinkStore } from '../../../playground-server/links/link-store.ts';
import { Readiness } from '../../../playground-server/http/operation/readiness.ts';
import type { RunRecord } from '../../../playground-server/http/operation/run-record.ts';
import { noTraces } from '../../../playground-server/http/operation/run-traces.ts';
import type { ServerParts } from '../../../playground-server/http/server-parts.ts';
import { FakeEngine } from './fake-engine.ts';

export interface LogLine {
  level: 'info' | 'warn' | 'error';
  fields: Record<string, unknown>;
  text: string;
}

const unlimited = { count: async () => null, giveBack: async () => undefined };

/** The real app around a fake engine, with its log gathered. */
export function testApp(
  engine = new FakeEngine(),
  distDir = '/nowhere',
  trustProxyHops = 0,
  links: LinkStore | null = null,
  allowances: Partial<ServerParts['allowances']> = {},
  answerBounds = standardAnswerBounds,
  results: ServerParts['results'] = null,
) {
  const lines: LogLine[] = [];
  const traced: RunRecord[] = [];
  const gather = (level: LogLine['level']) => (fields: LogLine['fields'], text: string) =>
    void lines.push({ level, fields, text });
  const log = { info: gather('info'), warn: gather('warn'), error: gather('error') };
  const metrics = createMetrics('runner');
  metrics.watch(engine);
  const config = {
    distDir,
    trustProxyHops,
    frameAncestors: 'https://tutorial.example',
    siteHost: 'live-man.example',
    siteOrigin: 'https://live-man.example',
    securityContact: null,
    host: '127.0.0.1',
    apiOrigins: ['https://course.example'],
  };
  const readiness = new Readiness(engine, (err) => log.warn({ err }, 'preflight'));
  const lastHour = new LastHour();
  const end = (record: RunRecord) => void traced.push(record);
  const parts = {
    config,
    engine,
    readiness,
    metrics,
    lastHour,
    links,
    results,
    traces: { ...noTraces, begin: () => ({ traceparent: undefined, end }) },
    allowances: {
      runs: unlimited,
      checks: unlimited,
      links: unlimited,
      linkBytes: unlimited,
      ...allowances,
    },
    comparisons: new Comparisons(),
    answers: new Answers(answerBounds),
    tickets: createFrameTickets(),
    log: log as never,
  };
  return { app: createApp(parts), engine, metrics, lastHour, lines, traced };
}

/** A request to POST /api/v1/runs. */
export const postRun = (body: BodyInit, headers: Record<string, string> = {}): RequestInit => ({
  method: 'POST',
  body,
  headers: { 'content-type': 'application/json', ...headers },
});

export const snippet = JSON.stringify({ language: 'c', source: 'int main(void) {}' });
