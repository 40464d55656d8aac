import { tmpdir } from 'node:os';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { UnstampedEvent } from '../../../playground-server/protocol/index.ts';
import { createEngine } from '../../../playground-server/run/create-engine.ts';
import { unheard, type Engine } from '../../../playground-server/run/engine.ts';

const bounds = { runsAtOnce: 1, runsWaiting: 4, runsPerClient: 8, workDir: tmpdir() };
const observer = {
  ...unheard,
  troubled: (error: unknown) => {
    throw error;
  },
};
/** Preprocessing it takes all the time that the compiler may have. */
const slow = `#define A(x) x x
#define B(x) A(A(A(A(A(A(x))))))
#define C(x) B(B(B(B(x))))
static const char held[] = C(C("held"));
int main(void) { return 0; }
`;

let engine: Engine;
beforeAll(async () => {
  engine = await createEngine(bounds, observer);
});
afterAll(() => engine.close(0));

function check(source: string, signal = new AbortController().signal) {
  const admission = engine.admitCheck('reader');
  if ('rejected' in admission) throw new Error(admission.rejected);
  return engine.check({ language: 'c', source }, admission, signal);
}

async function run(source: string): Promise<UnstampedEvent[]> {
  const admission = engine.admit('reader');
  if ('rejected' in admission) throw new Error(admission.rejected);
  const events: UnstampedEvent[] = [];
  const signal = new AbortController().signal;
  for await (const { event } of engine.run({ language: 'c', source }, admission, signal)) {
    events.push(event);
  }
  return events;
}

describe('a check', () => {
  it('runs nothing, and the run that follows finds its program', async () => {
    const source = '#include <stdio.h>\nint main(void) { puts("ran"); return 3; }\n';
    expect(await check(source)).toEqual({ kind: 'checked', compiled: true, diagnostics: [] });
    const events = await run(source);
    expect(events).toContainEqual(expect.objectContaining({ kind: 'compiled', cached: true }));
  });

  it('says what a run of the same snippet would say', async () => {
    const source = 'int main(void) {\n  int unused;\n  return nothing;\n}\n';
    const checked = await check(source);
    const said = (await run(source)).flatMap((event) =>
      event.kind === 'diagnostic' ? [{ ...event, kind: undefined }] : [],
    );
    expect(said.length).toBeGreaterThan(0);
    expect(checked).toMatchObject({ kind: 'checked', compiled: false });
    expect(checked).toHaveProperty('diagnostics.length', said.length);
    expect(checked).toMatchObject({ diagnostics: said.map(({ kind: _, ...each }) => each) });
  });

  it('does not wait for a run, nor does a run wait for it', async () => {
    const running = engine.admit('somebody');
    if ('rejected' in running) throw new Error(running.rejected);
    expect(await check('int main(void) { return 4; }')).toMatchObject({ compiled: true });
    running.leave();
    const gone = new AbortController();
    const checking = check(slow, gone.signal);
    expect((await run('int main(void) { return 5; }')).at(-1)).toEqual({
      kind: 'finished',
      outcome: { kind: 'exited', status: 5 },
    });
    gone.abort();
    expect(await checking).toEqual({ kind: 'cancelled' });
  });
});
