import { setImmediate } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { collectRun, startEngine } from './collect-run.ts';
import { temporaryFolder } from '../tmp/temporary-folder.ts';
import { sandboxedProcesses } from './host.ts';

const runs = 80;
/** A compiler's sandbox is made within this time. */
const makingMs = 16;

// bubblewrap forks a process that, at first, does not die with it.
it('leaves no half-made sandbox of a run that is cancelled at any moment', async () => {
  const workDir = temporaryFolder('work-dir');
  const troubles: unknown[] = [];
  const engine = await startEngine(workDir, troubles);
  for (let run = 0; run < runs; run++) {
    const cancel = new AbortController();
    // #pragma: such a snippet is compiled in a new sandbox, not by a zygote.
    const source = `#pragma GCC optimize("O0")\nint main(void) { return ${run}; }`;
    const outcome = collectRun(engine, source, { signal: cancel.signal });
    const startMs = performance.now();
    while (performance.now() - startMs < (run / runs) * makingMs) await setImmediate();
    cancel.abort();
    expect((await outcome).fault).toBeNull();
  }
  await engine.close(0);
  // The server does not wait to see its compilers die.
  await expect.poll(() => sandboxedProcesses(workDir), { timeout: 5000 }).toEqual([]);
  expect(troubles).toEqual([]);
});
