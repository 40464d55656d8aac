import { setTimeout } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { reap } from '../../../playground-server/linux/wait.ts';
import { startProcess } from '../../../playground-server/sandbox/spawner.ts';

const request = { environment: {}, descriptors: [], identity: null } as const;

it('starts processes in turn, and says which one could not be started and why', async () => {
  const argv = ['/bin/true'] as const;
  const missing = ['/no/such/program'] as const;
  const [first, second, third] = await Promise.allSettled([
    startProcess({ ...request, argv }),
    startProcess({ ...request, argv: missing }),
    startProcess({ ...request, argv }),
  ]);
  expect(second).toMatchObject({
    reason: { call: 'posix_spawn', code: 'ENOENT', message: 'posix_spawn failed: ENOENT' },
  });
  for (const started of [first, third]) {
    const pid = started.status === 'fulfilled' ? started.value : 0;
    let ended = reap(pid);
    while (!ended) {
      await setTimeout(2);
      ended = reap(pid);
    }
    expect(ended).toMatchObject({ kind: 'exited', status: 0 });
  }
});
