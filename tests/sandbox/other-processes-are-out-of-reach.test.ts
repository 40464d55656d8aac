import { expect, it } from 'vitest';
import { attempts, refusedCalls } from './collect-run.ts';
import { useSandboxes } from './harness.ts';

const { runC } = useSandboxes();

it('refuses to trace, read, write or rob another process, its supervisor and tracer included', async () => {
  const calls = {
    ptrace: '16, 1, 0, 0',
    process_vm_readv: '1, NULL, 0L, NULL, 0L, 0L',
    process_vm_writev: '1, NULL, 0L, NULL, 0L, 0L',
    pidfd_getfd: '-1, 0, 0',
    kcmp: '1, 1, 0, 0L, 0L',
    process_madvise: '-1, NULL, 0L, 0, 0',
    process_mrelease: '-1, 0',
  };
  const run = await runC(attempts(calls));
  expect(new Set(Object.values(run.answers))).toEqual(new Set(['EPERM']));
  expect(refusedCalls(run)).toEqual(Object.keys(calls));
});

it('refuses a child that asks to be traced by its parent', async () => {
  const run = await runC(`
    #include <sys/ptrace.h>
    int main(void) {
      TRY("PTRACE_TRACEME", ptrace(PTRACE_TRACEME, 0, 0, 0));
      TRY("PTRACE_SEIZE of the parent", ptrace(PTRACE_SEIZE, getppid(), 0, 0));
    }`);
  expect(run.answers).toEqual({
    PTRACE_TRACEME: 'EPERM',
    'PTRACE_SEIZE of the parent': 'EPERM',
  });
  expect(refusedCalls(run)).toEqual(['ptrace', 'ptrace']);
});

it('lets no child out of the tracer’s sight', async () => {
  const run = await runC(
    `
    #define UNTRACED 0x00800000
    int main(void) {
      TRY("CLONE_UNTRACED", syscall(SYS_clone, UNTRACED | SIGCHLD, 0, 0, 0, 0));
      TRY("clone3", syscall(SYS_clone3, NULL, 0L));
      long child = syscall(SYS_clone, 0x2000 | SIGCHLD, 0, 0, 0, 0); // CLONE_PTRACE
      if (child == 0) { syscall(SYS_io_destroy, 0L); _exit(0); }
      wait(NULL);
      child = syscall(SYS_clone, CLONE_PARENT_ | SIGCHLD, 0, 0, 0, 0);
      if (child == 0) { syscall(SYS_io_destroy, 0L); _exit(0); }
      usleep(100000);
    }`.replace('#define', '#define CLONE_PARENT_ 0x8000\n#define'),
  );
  expect(run.answers).toEqual({ CLONE_UNTRACED: 'EPERM', clone3: 'ENOSYS' });
  expect(refusedCalls(run)).toEqual(['clone']);
  // The children of the other two are followed: their calls are on the tape.
  expect(run.calls.filter(({ name }) => name === 'io_destroy')).toHaveLength(2);
});
