import { setTimeout } from 'node:timers/promises';
import { startServer } from '../server-process.ts';
import { postRun, type RunTimes } from './client.ts';
import { firstTypeScript } from './snippets.ts';

/** A reader looks at a result for longer than the next Node takes to be ready. */
const lookMs = 600;

/** The times of TypeScript snippets, by whether Node was ready for them and whether they had changed. */
export async function typescriptTimes(rounds: number): Promise<Record<string, RunTimes[]>> {
  const warm = await timesOf({ TYPESCRIPT_READY: '2' }, rounds);
  const cold = await timesOf({ TYPESCRIPT_READY: '0' }, Math.ceil(rounds / 3));
  return {
    'typescript, changed': warm.changed,
    'typescript, cached': warm.cached,
    'typescript, cold': cold.cached,
  };
}

async function timesOf(environment: Record<string, string>, rounds: number) {
  const server = await startServer(environment);
  const post = (events: number) => postRun(server.port, firstTypeScript(events), 'typescript');
  const times = { changed: [] as RunTimes[], cached: [] as RunTimes[] };
  try {
    // The type checker reads all declarations before its first answer.
    for (let round = 0; round < 3; round++) await post(1);
    for (let round = 0; round < rounds; round++) {
      await setTimeout(lookMs);
      times.changed.push(await post(2 + round));
      await setTimeout(lookMs);
      times.cached.push(await post(1));
    }
    return times;
  } finally {
    await server.stop();
  }
}
