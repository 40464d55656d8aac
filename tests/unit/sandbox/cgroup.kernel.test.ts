import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { findCgroupParent } from '../../../playground-server/sandbox/cgroup.ts';
import { controlGroups } from '../../sandbox/host.ts';
import { ownName } from '../../../playground-server/sandbox/leftovers.ts';

it('control groups are removed as soon as the kernel lets go of the dead', async ({ skip }) => {
  const parent = findCgroupParent(`${ownName()}-removal`);
  if (typeof parent === 'string') return skip(parent);
  const last = spawn('sleep', ['60']);
  await once(last, 'spawn');
  await parent.addTool(last.pid!);
  const removed = parent.remove();
  const ended = once(last, 'exit');
  last.kill('SIGKILL');
  await ended;
  await expect(removed).resolves.toBeUndefined();
});

it('ends what a dead server left in its control groups, which does not keep a new one from having some', async ({
  skip,
}) => {
  // Higher than any pid can be; proc_sys_kernel(5).
  const dead = 4_194_305;
  const parent = findCgroupParent(`live-man-${dead}-left`);
  if (typeof parent === 'string') return skip(parent);
  const left = spawn('sleep', ['60']);
  await once(left, 'spawn');
  const run = parent.create({ memoryBytes: 64 * 1024 * 1024, processes: 8 });
  await run.add(left.pid!);
  const ended = once(left, 'exit');
  const next = findCgroupParent(`${ownName()}-next`);
  if (typeof next === 'string') throw new Error(next);
  expect(await ended).toEqual([null, 'SIGKILL']);
  await next.remove();
  await expect
    .poll(async () => {
      const another = findCgroupParent(`${ownName()}-next`);
      if (typeof another !== 'string') await another.remove();
      return controlGroups(dead);
    })
    .toEqual([]);
});

/** What a group weighs against others at the processor, of what is usual. */
function weight(parent: string, group: string): number | null {
  const folders = controlGroups().filter((folder) => folder.endsWith(parent));
  for (const [file, usual] of [
    ['cpu.shares', 1024],
    ['cpu.weight', 100],
  ] as const)
    for (const folder of folders) {
      const path = join(folder, group, file);
      if (existsSync(path)) return Number(readFileSync(path, 'utf8')) / usual;
    }
  return null;
}

it('a run that gives way weighs a tenth of others, and tools as much where none that matters needs them', async ({
  skip,
}) => {
  const name = `${ownName()}-weight`;
  const parent = findCgroupParent(name);
  if (typeof parent === 'string') return skip(parent);
  const run = parent.create({ memoryBytes: 64 * 1024 * 1024, processes: 8 });
  const weights = () => ['run-1', 'tools', '.'].map((group) => weight(name, group));
  try {
    if (weight(name, 'tools') === null) return skip('without the cpu controller');
    const [equal, little] = [expect.closeTo(1), expect.closeTo(0.1)];
    expect(weights()).toEqual([equal, little, little]);
    const done = [parent.needTools(), parent.needTools()];
    run.giveWay();
    expect(weights()).toEqual([little, equal, equal]);
    const last = parent.need();
    for (const each of done) each();
    expect(weights()).toEqual([little, little, equal]);
    last();
    expect(weights()).toEqual([little, little, little]);
    await run.giveBack();
    parent.create({ memoryBytes: 64 * 1024 * 1024, processes: 8 });
    expect(weights()).toEqual([equal, little, little]);
  } finally {
    await parent.remove();
  }
});
