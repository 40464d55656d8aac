import { expect, it } from 'vitest';
import { attempts, refusedCalls } from './collect-run.ts';
import { useSandboxes } from './harness.ts';

const { runC } = useSandboxes();

it('refuses every kind of new namespace, by unshare, clone and setns', async () => {
  const kinds = ['NEWUSER', 'NEWNS', 'NEWPID', 'NEWNET', 'NEWIPC', 'NEWUTS', 'NEWCGROUP'];
  const run = await runC(`
    #include <sched.h>
    int main(void) {
      ${kinds.map((kind) => `TRY("unshare ${kind}", unshare(CLONE_${kind}));`).join('\n')}
      ${kinds
        .map(
          (kind) =>
            `TRY("clone ${kind}", syscall(SYS_clone, (long)CLONE_${kind} | SIGCHLD, 0, 0, 0, 0));`,
        )
        .join('\n')}
      TRY("unshare NEWTIME", unshare(0x80));
      TRY("setns", setns(open("/proc/self/ns/net", O_RDONLY), 0));
    }`);
  const tries = [...kinds.flatMap((kind) => [`unshare ${kind}`, `clone ${kind}`])];
  expect(run.answers).toEqual(
    Object.fromEntries([...tries, 'unshare NEWTIME', 'setns'].map((name) => [name, 'EPERM'])),
  );
  expect(refusedCalls(run)).toHaveLength(2 * kinds.length + 2);
});

it('refuses to change what is mounted where', async () => {
  const calls = {
    mount: 'NULL, "/work", "tmpfs", 0L, NULL',
    umount2: '"/proc/1", 2',
    pivot_root: '"/work", "/work"',
    chroot: '"/work"',
    fsopen: '"tmpfs", 0',
    fsmount: '-1, 0, 0',
    open_tree: '-1, "/", 0',
    move_mount: '-1, "", -1, "", 0',
    mount_setattr: '-1, "", 0, NULL, 0L',
    open_by_handle_at: '-1, NULL, 0',
  };
  const run = await runC(attempts(calls));
  expect(new Set(Object.values(run.answers))).toEqual(new Set(['EPERM']));
  expect(refusedCalls(run)).toEqual(Object.keys(calls));
});
