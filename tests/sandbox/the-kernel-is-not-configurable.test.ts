import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { attempts, refusedCalls } from './collect-run.ts';
import { useSandboxes } from './harness.ts';

const { runC } = useSandboxes();

it('refuses calls that put code, keys, watches or traps into the kernel', async () => {
  const calls = {
    bpf: '0, NULL, 0',
    perf_event_open: 'NULL, 0, -1, -1, 0L',
    keyctl: '0, 0L, 0L, 0L, 0L',
    add_key: 'NULL, NULL, NULL, 0L, 0',
    request_key: 'NULL, NULL, NULL, 0',
    userfaultfd: '-1',
    init_module: 'NULL, 0L, NULL',
    finit_module: '-1, NULL, 0',
    delete_module: 'NULL, 0',
    kexec_load: '0L, 0L, NULL, 0L',
    fanotify_init: '0, 0',
    memfd_secret: '-1',
    modify_ldt: '0, NULL, 0L',
    personality: '0xffffffffL',
  };
  const run = await runC(attempts(calls));
  expect(new Set(Object.values(run.answers))).toEqual(new Set(['EPERM']));
  expect(refusedCalls(run)).toEqual(Object.keys(calls));
});

it('refuses calls that change the machine', async () => {
  const calls = {
    reboot: '0, 0, 0, NULL',
    settimeofday: 'NULL, NULL',
    clock_settime: '0, NULL',
    adjtimex: 'NULL',
    sethostname: 'NULL, 0L',
    swapon: 'NULL, 0',
    syslog: '10, NULL, 0',
    acct: '"/work"',
    iopl: '3',
    sync: '',
    vhangup: '',
  };
  const run = await runC(attempts(calls));
  expect(new Set(Object.values(run.answers))).toEqual(new Set(['EPERM']));
  expect(refusedCalls(run)).toEqual(Object.keys(calls));
});

it('refuses calls that no table names', async () => {
  const run = await runC(`
    int main(void) {
      TRY("next to come", syscall(600, 0));
      TRY("never", syscall(511, 0));
    }`);
  expect(run.answers).toEqual({ 'next to come': 'EPERM', never: 'EPERM' });
  expect(refusedCalls(run)).toHaveLength(2);
});

it('finds its settings read-only', async () => {
  const path = '/proc/sys/fs/aio-max-nr';
  const before = readFileSync(path, 'utf8');
  const run = await runC(`
    int main(void) {
      TRY("read", open("${path}", O_RDONLY) == -1);
      TRY("aio-max-nr", open("${path}", O_WRONLY));
      TRY("core_pattern", open("/proc/sys/kernel/core_pattern", O_WRONLY));
      TRY("sysrq", open("/proc/sysrq-trigger", O_WRONLY));
      TRY("userns", open("/proc/sys/user/max_user_namespaces", O_WRONLY));
      TRY("oom", open("/proc/1/oom_score_adj", O_WRONLY));
    }`);
  expect(run.answers).toEqual({
    read: '0',
    'aio-max-nr': 'EACCES',
    core_pattern: 'EACCES',
    sysrq: expect.stringMatching(/^(EACCES|ENOENT|EROFS)$/),
    userns: expect.stringMatching(/^(EACCES|EPERM)$/),
    oom: 'ENOENT',
  });
  expect(readFileSync(path, 'utf8')).toBe(before);
});

it('offers sockets of local and internet families only, and no raw ones', async () => {
  const run = await runC(`
    #include <sys/socket.h>
    int main(void) {
      int families[] = { AF_NETLINK, AF_PACKET, AF_VSOCK, AF_ALG, AF_KEY, AF_BLUETOOTH };
      const char *names[] = { "AF_NETLINK", "AF_PACKET", "AF_VSOCK", "AF_ALG", "AF_KEY", "AF_BLUETOOTH" };
      for (int i = 0; i < 6; i++) TRY(names[i], socket(families[i], SOCK_RAW, 0));
      TRY("AF_UNIX", socket(AF_UNIX, SOCK_STREAM, 0) == -1);
      TRY("AF_INET", socket(AF_INET, SOCK_STREAM, 0) == -1);
      TRY("raw", socket(AF_INET, SOCK_RAW, 0));
    }`);
  expect(run.answers).toMatchObject({
    AF_NETLINK: 'EPERM',
    AF_PACKET: 'EPERM',
    AF_VSOCK: 'EPERM',
    AF_ALG: 'EPERM',
    AF_KEY: 'EPERM',
    AF_BLUETOOTH: 'EPERM',
    AF_UNIX: '0',
    AF_INET: '0',
    raw: 'EPERM',
  });
  expect(refusedCalls(run)).toEqual(Array(7).fill('socket'));
});
