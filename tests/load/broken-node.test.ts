import { readdirSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { startEngine } from '../sandbox/collect-run.ts';
import { temporaryFolder } from '../tmp/temporary-folder.ts';

const runs = (checks: readonly { name: string; ok: boolean; detail: string }[]) =>
  checks.find(({ name }) => name === 'snippet runs');

it('reports a server whose Node does not start as not ready, and says why', async () => {
  const workDir = temporaryFolder('work-dir');
  const engine = await startEngine(workDir);
  try {
    expect(runs(await engine.preflight())).toMatchObject({ ok: true });
    const loader = readdirSync(workDir, { recursive: true, encoding: 'utf8' }).find((path) =>
      path.endsWith('node-root/guest/loader.ts'),
    );
    // Replaced, not overwritten: the file is a link to the server's own.
    await rm(join(workDir, loader!));
    await writeFile(join(workDir, loader!), 'throw new Error("no disk, no loader");');
    const check = runs(await engine.preflight());
    expect(check).toMatchObject({ ok: false });
    expect(check?.detail).toMatch(/^typescript: .*no disk, no loader/s);
  } finally {
    await engine.close(0);
  }
});
