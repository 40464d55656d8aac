import { expect, it } from 'vitest';
import { useSandboxes } from './harness.ts';

const { runC } = useSandboxes();

it('reaches with kill(-1) nobody but its own children', async () => {
  const other = runC('int main(void) { sleep(1); puts("untouched"); }');
  const run = await runC(`
    int main(void) {
      int child = fork();
      if (child == 0) for (;;) pause();
      TRY("kill all", kill(-1, SIGKILL));
      int status;
      wait(&status);
      printf("child: %d\\n", WTERMSIG(status));
    }`);
  expect(run.answers).toEqual({ 'kill all': '0', child: '9' });
  expect(run.outcome).toEqual({ kind: 'exited', status: 0 });
  expect(await other).toMatchObject({
    stdout: 'untouched\n',
    outcome: { kind: 'exited', status: 0 },
  });
});

it('cannot end, stop or disturb its supervisor', async () => {
  const run = await runC(`
    int main(void) {
      for (int signal = 1; signal < 65; signal++) {
        if (signal == 32 || signal == 33) continue;
        if (kill(getppid(), signal) == -1) printf("%d: %s\\n", signal, strerrorname_np(errno));
        kill(1, signal);
        syscall(SYS_tkill, 1, signal);
      }
      TRY("parent", getppid());
      sleep(1);
      syscall(SYS_io_destroy, 0L);
    }`);
  expect(run.answers).toEqual({ parent: '1' });
  expect(run.calls).toMatchObject([{ name: 'io_destroy', verdict: 'kernel' }]);
  expect(run.outcome).toEqual({ kind: 'exited', status: 0 });
});

it('knows no process of the host by its pid', async () => {
  const run = await runC(`
    int main(void) {
      TRY("server", kill(${process.pid}, 0));
      TRY("server by pidfd", syscall(SYS_pidfd_open, ${process.pid}, 0));
      TRY("group", kill(-${process.pid}, SIGTERM));
    }`);
  expect(run.answers).toEqual({ server: 'ESRCH', 'server by pidfd': 'ESRCH', group: 'ESRCH' });
});

it('sends no input to a terminal', async () => {
  const run = await runC(`
    #include <sys/ioctl.h>
    int main(void) {
      int master = open("/dev/ptmx", O_RDWR | O_NOCTTY);
      TRY("TIOCSTI", ioctl(master, TIOCSTI, "x"));
      TRY("TIOCSTI with upper bits set", syscall(SYS_ioctl, master, 0x100000000L | TIOCSTI, "x"));
      TRY("TIOCLINUX", ioctl(0, TIOCLINUX, "\\003"));
    }`);
  expect(new Set(Object.values(run.answers))).toEqual(new Set(['EPERM']));
  expect(run.calls.map(({ name, verdict }) => `${name} ${verdict}`)).toEqual(
    Array(3).fill('ioctl refused'),
  );
});
