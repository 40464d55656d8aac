import { expect, it } from 'vitest';
import { startEngine } from './collect-run.ts';
import { temporaryFolder } from '../tmp/temporary-folder.ts';
import { sandboxedProcesses } from './host.ts';

/**
 * Preprocessing it takes all the time that the compiler may have. #pragma: such a snippet is
 * compiled in a new sandbox, not by a zygote.
 */
const slow = `#pragma GCC optimize("O0")
#define A(x) x x
#define B(x) A(A(A(A(A(A(x))))))
#define C(x) B(B(B(B(x))))
static const char text[] = C(C("slow"));
int main(void) { return 0; }
`;

it('stops the compiler of a check that its reader has given up', async () => {
  const workDir = temporaryFolder('work-dir');
  const engine = await startEngine(workDir, []);
  const compilers = () =>
    sandboxedProcesses(workDir)
      .filter(({ name }) => name === 'cc1')
      .map(({ pid }) => pid);
  try {
    // The engine does not wait for the compiler that it holds ready, which is not the check's.
    await expect.poll(compilers, { timeout: 5000 }).toHaveLength(1);
    const idle = new Set(compilers());
    const busy = () => compilers().filter((pid) => !idle.has(pid));
    const admission = engine.admitCheck('reader');
    if ('rejected' in admission) throw new Error(admission.rejected);
    const gone = new AbortController();
    const result = engine.check({ language: 'c', source: slow }, admission, gone.signal);
    await expect.poll(busy, { timeout: 5000 }).not.toEqual([]);
    gone.abort();
    expect(await result).toEqual({ kind: 'cancelled' });
    await expect.poll(busy, { timeout: 5000 }).toEqual([]);
  } finally {
    await engine.close(0);
  }
});
