import { expect, it } from 'vitest';
import { programs, statusRow } from './host.ts';
import { useSandboxes } from './harness.ts';

const { runC, workDir } = useSandboxes();

const none = '0000000000000000';

it('has one id without a name, no groups and no capabilities, and gets no others', async () => {
  const run = await runC(`
    #include <grp.h>
    #include <linux/capability.h>
    int main(void) {
      printf("ids: %d %d %d %d\\n", getuid(), geteuid(), getgid(), getegid());
      printf("groups: %d\\n", getgroups(0, NULL));
      TRY("setuid", setuid(0));
      TRY("setgid", setgid(0));
      TRY("setgroups", syscall(SYS_setgroups, 0, NULL));
      struct __user_cap_header_struct head = { _LINUX_CAPABILITY_VERSION_3, 0 };
      struct __user_cap_data_struct all[2] = { { ~0u, ~0u, ~0u }, { ~0u, ~0u, ~0u } };
      TRY("capset", syscall(SYS_capset, &head, all));
      int file = open("/work/set", O_CREAT | O_RDWR, 0700);
      TRY("chown", fchown(file, 0, 0));
      TRY("device", mknod("/work/sda", S_IFBLK | 0600, 8 << 8));
    }`);
  expect(run.answers).toEqual({
    ids: '1000 1000 1000 1000',
    groups: '0',
    setuid: 'EINVAL',
    setgid: 'EINVAL',
    setgroups: 'EPERM',
    capset: 'EPERM',
    chown: 'EINVAL',
    device: 'EPERM',
  });
});

it('is unprivileged as the host sees it, too', async () => {
  const ofHost: string[][] = [];
  const run = await runC(
    `int main(void) {
      syscall(SYS_io_destroy, 0L);
      struct timespec second = { 1, 0 };
      nanosleep(&second, NULL);
    }`,
    {
      onEvent: ({ kind }) => {
        if (kind !== 'syscall-exit') return;
        const rows = [
          'Uid',
          'Gid',
          'Groups',
          'CapEff',
          'CapPrm',
          'CapBnd',
          'NoNewPrivs',
          'Seccomp',
        ];
        for (const pid of programs(workDir())) {
          ofHost.push(...rows.map((row) => [row, ...statusRow(pid, row)]));
        }
      },
    },
  );
  expect(run.outcome).toEqual({ kind: 'exited', status: 0 });
  const rows = Object.fromEntries(ofHost.map(([row = '', ...values]) => [row, values]));
  const uid = Number(rows['Uid']?.[0]);
  expect(uid).toBeGreaterThanOrEqual(930_000);
  expect(rows).toEqual({
    Uid: Array(4).fill(String(uid)),
    Gid: Array(4).fill(String(uid)),
    Groups: [expect.stringMatching(new RegExp(`^(${uid})?$`))],
    CapEff: [none],
    CapPrm: [none],
    CapBnd: [none],
    NoNewPrivs: ['1'],
    Seccomp: ['2'],
  });
});

it('shares its uid with no other run', async () => {
  const uids = new Set<string>();
  const waiting = `int main(void) { syscall(SYS_io_destroy, 0L); sleep(1); }`;
  const look = ({ kind }: { kind: string }) => {
    if (kind !== 'syscall-exit') return;
    for (const pid of programs(workDir())) uids.add(statusRow(pid, 'Uid')[0] ?? '');
  };
  await Promise.all([0, 1, 2].map(() => runC(waiting, { onEvent: look })));
  expect(uids.size).toBe(3);
});
