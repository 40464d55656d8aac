import { readdirSync, readFileSync } from 'node:fs';
import { setImmediate } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { readPipe } from '../../../playground-server/linux/pipe.ts';
import { launch } from '../../../playground-server/sandbox/launch.ts';
import type { SandboxPlan } from '../../../playground-server/sandbox/plan.ts';

const plan: SandboxPlan = {
  identity: null,
  steps: [],
  stdin: 'ignore',
  workingDirectory: '/',
  filterFile: '/dev/null',
  limits: [],
  argv: ['/program'],
};

/** Pids of this process's children. */
const children = (): number[] =>
  readdirSync('/proc/self/task').flatMap((thread) =>
    readFileSync(`/proc/self/task/${thread}/children`, 'utf8').split(' ').map(Number),
  );

async function newChild(): Promise<number> {
  const before = new Set(children());
  for (;;) {
    const born = children().find((pid) => !before.has(pid));
    if (born !== undefined) return born;
    await setImmediate();
  }
}

// Its pid 1 waits for bubblewrap, which may be dead before it has said that there is one.
it('leaves no process behind when somebody kills bubblewrap as soon as it is there', async () => {
  for (let i = 0; i < 10; i += 1) {
    const born = newChild();
    const sandbox = launch(plan);
    sandbox.held.catch(() => undefined);
    process.kill(await born, 'SIGKILL');
    // It may have said so in time, and then that one is as good as any.
    sandbox.kill();
    await sandbox.gone;
    // At its end: nobody can write into it any more.
    await expect.poll(() => readPipe(sandbox.stdoutFd)?.length, { timeout: 5000 }).toBe(0);
    sandbox.close();
  }
});
