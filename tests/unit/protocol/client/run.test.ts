import { describe, expect, it } from 'vitest';
import { RunBroken, RunRejected } from '../../../../playground-server/protocol/client/run-error.ts';
import { run, type RunOptions } from '../../../../playground-server/protocol/client/run.ts';
import { FakeEngine, accepted, endless } from '../../http/fake-engine.ts';
import { testApp } from '../../http/test-app.ts';

const request = { language: 'c', source: 'int main(void) {}' } as const;

/** A client of the real app, without a network between. */
function client(parts: ReturnType<typeof testApp>, options: RunOptions = {}) {
  const send = (path: unknown, init?: RequestInit) => parts.app.request(path as URL, init);
  return run(request, { server: 'http://127.0.0.1:4321', fetch: send as typeof fetch, ...options });
}

/** What reading a run to its end throws. */
const thrownBy = (events: AsyncIterable<unknown>): Promise<unknown> =>
  Array.fromAsync(events).catch((error: unknown) => error);

describe('a run of a program of one’s own', () => {
  it('gives the events, and each line as it came', async () => {
    const lines: string[] = [];
    const events = await Array.fromAsync(
      client(testApp(), { received: (line) => void lines.push(line) }),
    );
    expect(events.map(({ kind }) => kind)).toEqual(['accepted', 'finished']);
    expect(lines.map((line) => JSON.parse(line) as unknown)).toEqual(events);
  });

  it('throws what the server has against it, with the time to come back', async () => {
    const often = { count: async () => 7, giveBack: async () => undefined };
    const refused = testApp(undefined, undefined, 0, null, { runs: often });
    expect(await thrownBy(client(refused))).toMatchObject({
      name: 'RunRejected',
      status: 429,
      code: 'too-often',
      retryAfterSeconds: 7,
    });
    const lacking = new FakeEngine();
    lacking.unavailableBecause = 'no disk';
    const error = await thrownBy(client(testApp(lacking)));
    expect(error).toBeInstanceOf(RunRejected);
    expect(error).toMatchObject({ status: 422, retryAfterSeconds: null });
  });

  it('throws where there is no server, or no end', async () => {
    const nobody: typeof fetch = async () => {
      throw new TypeError('fetch failed', { cause: new Error('connect ECONNREFUSED') });
    };
    const error = await thrownBy(client(testApp(), { fetch: nobody }));
    expect(error).toBeInstanceOf(RunBroken);
    expect(error).toHaveProperty('message', 'connect ECONNREFUSED');

    const engine = new FakeEngine();
    engine.script = async function* () {
      yield accepted;
    };
    expect(await thrownBy(client(testApp(engine)))).toBeInstanceOf(RunBroken);
  });

  it('is cancelled by its signal, and by leaving the loop', async () => {
    for (const leave of ['abort', 'break']) {
      const engine = new FakeEngine();
      const cancelled = Promise.withResolvers<void>();
      engine.script = async function* (request, signal) {
        signal.addEventListener('abort', () => cancelled.resolve());
        yield* endless(request, signal);
      };
      const control = new AbortController();
      for await (const _ of client(testApp(engine), { signal: control.signal })) {
        if (leave === 'break') break;
        control.abort();
      }
      await cancelled.promise;
    }
  });
});
