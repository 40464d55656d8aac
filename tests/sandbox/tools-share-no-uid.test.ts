import { expect, it } from 'vitest';
import { sandboxedProcesses, statusRow } from './host.ts';
import { useSandboxes } from './harness.ts';

const { engine, workDir } = useSandboxes();

async function check(language: 'c' | 'typescript', source: string): Promise<void> {
  const admission = engine().admitCheck('reader');
  if ('rejected' in admission) throw new Error(admission.rejected);
  const { signal } = new AbortController();
  const result = await engine().check({ language, source }, admission, signal);
  expect(result).toMatchObject({ kind: 'checked', compiled: true });
}

/** Uids, as the host sees them, of the sandboxes in which a process with this name is running. */
const uidsOf = (...names: string[]): Set<string> =>
  new Set(
    sandboxedProcesses(workDir())
      .filter(({ name }) => names.includes(name))
      .map(({ pid }) => statusRow(pid, 'Uid')[0] ?? ''),
  );

it('gives no compiler the uid of the type checker that stays, however many there were', async ({
  skip,
}) => {
  if (process.getuid?.() !== 0) skip('only a server that is root has uids to give');
  await check('typescript', 'export {};');
  // Nothing else of this engine runs on Node: no TypeScript snippet waits.
  const [checker] = uidsOf('node', 'MainThread');
  expect(Number(checker)).toBeGreaterThan(930_000);
  // The next one waits for its snippet.
  const compilers = () => uidsOf('cc1', 'sh');
  for (let at = 0; at < 80; at++) {
    await check('c', `int main(void) { return ${at % 100}; } // ${at}`);
    await expect.poll(() => compilers().size).toBeGreaterThan(0);
    expect(compilers()).not.toContain(checker);
  }
});
