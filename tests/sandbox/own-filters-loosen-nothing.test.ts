import { expect, it } from 'vitest';
import { refusedCalls } from './collect-run.ts';
import { useSandboxes } from './harness.ts';

const { runC } = useSandboxes();

const filters = `
  #include <linux/filter.h>
  #include <linux/seccomp.h>
  #include <sys/prctl.h>
  #include <stddef.h>
  static long install(unsigned action, unsigned number, unsigned flags) {
    struct sock_filter code[] = {
      BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, nr)),
      BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, number, 0, 1),
      BPF_STMT(BPF_RET | BPF_K, action),
      BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW),
    };
    struct sock_fprog program = { 4, code };
    prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
    return syscall(SYS_seccomp, SECCOMP_SET_MODE_FILTER, flags, &program);
  }`;

it('lets a program refuse calls to itself, which the tape shows as the kernel’s answer', async () => {
  const run = await runC(`${filters}
    int main(void) {
      TRY("filter", install(SECCOMP_RET_ERRNO | ENOSYS, SYS_io_setup, 0));
      aio_context_t ctx = 0;
      TRY("io_setup", syscall(SYS_io_setup, 1, &ctx));
      TRY("io_destroy", syscall(SYS_io_destroy, 0L));
    }`);
  expect(run.answers).toEqual({ filter: '0', io_setup: 'ENOSYS', io_destroy: 'EINVAL' });
  expect(run.calls).toMatchObject([
    { name: 'io_setup', verdict: 'kernel', errno: { name: 'ENOSYS' } },
    { name: 'io_destroy', verdict: 'kernel', errno: { name: 'EINVAL' } },
  ]);
});

it('keeps its own refusals whatever a filter of the program allows', async () => {
  const run = await runC(`${filters}
    int main(void) {
      install(SECCOMP_RET_ALLOW, SYS_io_uring_setup, 0);
      install(SECCOMP_RET_LOG, SYS_io_uring_setup, 0);
      install(SECCOMP_RET_TRACE | 7, SYS_io_uring_setup, 0);
      TRY("io_uring_setup", syscall(SYS_io_uring_setup, 1, NULL));
    }`);
  expect(run.answers).toEqual({ io_uring_setup: 'EPERM' });
  expect(refusedCalls(run)).toEqual(['io_uring_setup']);
});

it('refuses a listener, which could let through what the policy refuses', async () => {
  const run = await runC(`${filters}
    int main(void) {
      TRY("listener", install(SECCOMP_RET_USER_NOTIF, SYS_io_uring_setup, SECCOMP_FILTER_FLAG_NEW_LISTENER));
      TRY("io_uring_setup", syscall(SYS_io_uring_setup, 1, NULL));
    }`);
  expect(run.answers).toEqual({ listener: 'EPERM', io_uring_setup: 'EPERM' });
  expect(refusedCalls(run)).toEqual(['seccomp', 'io_uring_setup']);
});

it('cannot take off no-new-privileges or its filter', async () => {
  const run = await runC(`${filters}
    int main(void) {
      TRY("no_new_privs", prctl(PR_SET_NO_NEW_PRIVS, 0, 0, 0, 0));
      TRY("seccomp off", prctl(PR_SET_SECCOMP, 0, 0, 0, 0));
      TRY("still", prctl(PR_GET_NO_NEW_PRIVS, 0, 0, 0, 0));
      TRY("mode", prctl(PR_GET_SECCOMP, 0, 0, 0, 0));
    }`);
  expect(run.answers).toEqual({
    no_new_privs: 'EINVAL',
    'seccomp off': 'EINVAL',
    still: '1',
    mode: '2',
  });
});
