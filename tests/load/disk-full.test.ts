import { chmodSync, closeSync, mkdirSync, openSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, type TestContext } from 'vitest';
import type { Engine } from '../../playground-server/run/engine.ts';
import { collectRun, MiB, startEngine } from '../sandbox/collect-run.ts';
import { mountTmpfs, unmount } from '../tmp/mount-tmpfs.ts';
import { temporaryFolder } from '../tmp/temporary-folder.ts';

const source = 'int main(void) { return 7; }';
const exited = { fault: null, outcome: { kind: 'exited', status: 7 } };
const onDisk = (engine: Engine) => collectRun(engine, source, { conditions: { scratch: 'disk' } });

/** A file system of its own, so that nobody else's fills up. */
function mountSmallDisk(at: string, { skip }: TestContext): void {
  mkdirSync(at);
  const why = mountTmpfs(at, 'size=512m');
  if (why !== null) skip(why);
  chmodSync(at, 0o711);
}

/** Writes until the disk is full. */
function fill(path: string): void {
  const file = openSync(path, 'w');
  try {
    for (;;) writeSync(file, Buffer.alloc(MiB));
  } catch {
    closeSync(file);
  }
}

it('tells those who ask for a disk that none is left, serves all others, and goes on when there is', async (context) => {
  const workDir = temporaryFolder('work-dir');
  const small = join(workDir, 'small');
  mountSmallDisk(small, context);
  try {
    const troubles: unknown[] = [];
    const engine = await startEngine(small, troubles);
    if (engine.unavailable({ language: 'c', source, conditions: { scratch: 'disk' } })) {
      await engine.close(0);
      context.skip('this host makes no scratch disks');
    }
    fill(join(small, 'full'));
    expect((await onDisk(engine)).fault).toBe(
      "The disk of the server's work directory is full. " +
        'Nothing is wrong with the snippet: run it again in a moment.',
    );
    expect(await collectRun(engine, source)).toMatchObject(exited);
    rmSync(join(small, 'full'));
    expect(await onDisk(engine)).toMatchObject(exited);
    expect(troubles).toEqual([expect.objectContaining({ code: 'ENOSPC' })]);
    await engine.close(0);
  } finally {
    unmount(small);
  }
});
