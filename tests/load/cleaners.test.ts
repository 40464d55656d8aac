import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Engine } from '../../playground-server/run/engine.ts';
import { collectRun, startEngine } from '../sandbox/collect-run.ts';
import { temporaryFolder } from '../tmp/temporary-folder.ts';

let workDir = '';
let engine: Engine;
const troubles: unknown[] = [];
beforeAll(async () => {
  workDir = temporaryFolder('work-dir');
  engine = await startEngine(workDir, troubles);
});
afterAll(async () => {
  await engine.close(0);
});

const folder = () =>
  join(
    workDir,
    readdirSync(workDir).find((name) => /^live-man-/.test(name))!,
  );
const includes = '#include <math.h>\nint main(void) { return (int)sqrt(49); }';

it('keeps what it needs from systemd-tmpfiles, however old it is', ({ skip }) => {
  if (spawnSync('systemd-tmpfiles', ['--version']).error) skip('systemd-tmpfiles is not here');
  const abandoned = join(workDir, 'abandoned');
  mkdirSync(abandoned);
  writeFileSync(join(abandoned, 'file'), '');
  const rule = join(workDir, 'clean.conf');
  // Everything below that is a microsecond old.
  writeFileSync(rule, `d ${workDir} - - - 1us\n`);
  const before = readdirSync(folder(), { recursive: true, encoding: 'utf8' }).sort();
  execFileSync('systemd-tmpfiles', ['--clean', rule]);
  expect(existsSync(join(abandoned, 'file'))).toBe(false);
  expect(readdirSync(folder(), { recursive: true, encoding: 'utf8' }).sort()).toEqual(before);
});

it('recreates what another cleaner removed, and says so', async () => {
  const check = async () =>
    (await engine.preflight()).find(({ name }) => name === 'work directory');
  expect(await check()).toMatchObject({ ok: true, remedy: '' });
  rmSync(join(folder(), 'tool-root/usr/include'), { recursive: true });
  rmSync(join(folder(), 'memory/program-root'), { recursive: true });
  rmSync(join(folder(), 'program-aio.bpf'));
  expect(await check()).toMatchObject({
    ok: false,
    detail: expect.stringMatching(/^\d+ files of the work directory were gone and have been made/),
    remedy: 'Set WORK_DIR to a directory with room that no cleaner visits.',
  });
  const run = await collectRun(engine, includes);
  expect(run).toMatchObject({ fault: null, outcome: { kind: 'exited', status: 7 } });
  const checks = await engine.preflight();
  expect(checks.filter(({ need, ok }) => need === 'required' && !ok)).toEqual([]);
  expect(troubles).toEqual([
    expect.objectContaining({
      message: expect.stringMatching(/were gone and have been made again/),
    }),
  ]);
});
