import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, it } from 'vitest';
import { findCgroupParent } from '../../../playground-server/sandbox/cgroup.ts';
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
