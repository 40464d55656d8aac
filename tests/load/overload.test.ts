import { afterAll, beforeAll, expect, it } from 'vitest';
import { p95 } from '../../scripts/bench/statistics.ts';
import { startServer, type ServerProcess } from '../../scripts/server-process.ts';
import { readRun, type ReadRun } from '../../scripts/soak/read-run.ts';
import { temporaryFolder } from '../tmp/temporary-folder.ts';

const slots = 2;
const waiting = 6;
const perClient = 3;
const clients = 12;
const perMinute = 8;

let workDir = '';
let server: ServerProcess;
beforeAll(async () => {
  workDir = temporaryFolder('work-dir');
  server = await startServer({
    WORK_DIR: workDir,
    RUNS_AT_ONCE: String(slots),
    RUNS_WAITING: String(waiting),
    RUNS_PER_CLIENT: String(perClient),
    RUNS_PER_MINUTE: String(perMinute),
    TRUST_PROXY: '1',
  });
});
afterAll(async () => {
  await server.stop();
});

const source = '#include <unistd.h>\nint main(void) { usleep(200000); return 7; }\n';

interface Answer {
  run: ReadRun;
  tookMs: number;
}

async function ask(client: string): Promise<Answer> {
  const startMs = performance.now();
  const snippet = { language: 'c', source } as const;
  const run = await readRun(snippet, { port: server.port, client, leaves: 'stays' });
  return { run, tookMs: performance.now() - startMs };
}

const positions = (run: ReadRun): number[] =>
  run.kind === 'read'
    ? run.events.flatMap((event) => (event.kind === 'queued' ? [event.position] : []))
    : [];

it('answers a flood with places in the queue, or with when to come back', async () => {
  const alone = [await ask('192.0.2.100'), await ask('192.0.2.101'), await ask('192.0.2.102')];
  const floods = Array.from({ length: clients * perClient }, (_, number) =>
    ask(`192.0.2.${number % clients}`),
  );
  const answers = await Promise.all(floods);
  const admitted = answers.filter(({ run }) => run.kind === 'read');
  const refused = answers.flatMap(({ run }) => (run.kind === 'refused' ? [run] : []));

  expect(admitted.length).toBeGreaterThanOrEqual(slots + waiting);
  for (const { run } of admitted) {
    expect(run).toMatchObject({ isWhole: true });
    expect(Math.max(0, ...positions(run))).toBeLessThanOrEqual(waiting);
  }
  // Behind the longest queue, one waits for this many turns of a slot, whatever the flood.
  const turns = (slots + waiting) / slots;
  const aloneMs = Math.max(...alone.map(({ tookMs }) => tookMs));
  expect(p95(admitted.map(({ tookMs }) => tookMs))).toBeLessThan(3 * turns * aloneMs);

  expect(refused.length).toBeGreaterThan(0);
  for (const { status, retryAfterSeconds, problem } of refused) {
    expect([status, problem.code]).toEqual([503, 'queue-full']);
    expect(problem.waiting).toBe(waiting);
    expect(retryAfterSeconds).toBeGreaterThan(0);
  }
});

it('refuses one client what others may: too many at once, and too many in a minute', async () => {
  const answers = await Promise.all(
    Array.from({ length: perMinute + 1 }, () => ask('192.0.2.200')),
  );
  const codes = answers.map(({ run }) => (run.kind === 'refused' ? run.problem.code : 'ran'));
  expect(codes.filter((code) => code === 'ran')).toHaveLength(perClient);
  expect(codes.filter((code) => code === 'too-many-runs')).toHaveLength(perMinute - perClient);
  expect(codes.filter((code) => code === 'too-often')).toHaveLength(1);
  expect((await ask('192.0.2.201')).run).toMatchObject({ kind: 'read', isWhole: true });
});
