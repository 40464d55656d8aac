import { expect, it } from 'vitest';
import { users } from '../../playground-server/protocol/index.ts';
import { sandboxedProcesses } from '../sandbox/host.ts';
import { useMachines } from './use-machines.ts';

const { runC, workDir, troubles } = useMachines();

it.for(users)('gives %s no way to the agent, the devices or the kernel', async (user) => {
  const isRoot = user === 'root';
  const { answers, outcome } = await runC(
    `
    #include <sched.h>
    #include <sys/mount.h>
    #include <sys/ptrace.h>
    #include <sys/reboot.h>
    #include <sys/sysmacros.h>
    int main(void) {
      TRY("uid", getuid());
      TRY("serial line", open("/dev/ttyS0", O_RDWR));
      TRY("console", open("/dev/console", O_RDWR));
      TRY("memory", open("/dev/mem", O_RDWR));
      TRY("kernel", open("/proc/kcore", O_RDONLY));
      TRY("device", mknod("/tmp/line", S_IFCHR | 0600, makedev(4, 64)));
      TRY("ptrace", ptrace(PTRACE_ATTACH, 1, 0, 0));
      TRY("agent's memory", open("/proc/1/mem", O_RDWR));
      TRY("agent's root", open("/proc/1/root/init", O_RDONLY));
      TRY("agent's line", open("/proc/1/fd/0", O_RDWR));
      TRY("kill", kill(1, SIGKILL));
      TRY("mount", mount("none", "/tmp", "hostfs", 0, "/"));
      TRY("umount", umount("/proc/sys"));
      TRY("remount", mount(NULL, "/proc/sys", NULL, MS_BIND | MS_REMOUNT, NULL));
      TRY("user namespace", unshare(CLONE_NEWUSER));
      TRY("reboot", reboot(RB_AUTOBOOT));
      TRY("trigger", open("/proc/sysrq-trigger", O_WRONLY));
      TRY("core pattern", open("/proc/sys/kernel/core_pattern", O_WRONLY));
      TRY("root", open("/filled", O_WRONLY | O_CREAT, 0600));
      TRY("init", open("/init", O_WRONLY));
      TRY("module", syscall(SYS_init_module, "", 0L, ""));
    }`,
    { conditions: { user } },
  );
  expect(outcome).toEqual({ kind: 'exited', status: 0 });
  expect(answers).toEqual({
    uid: isRoot ? '0' : '65534',
    'serial line': 'ENOENT',
    console: 'ENOENT',
    memory: 'ENOENT',
    kernel: isRoot ? 'EPERM' : 'EACCES',
    device: 'EPERM',
    ptrace: 'EPERM',
    "agent's memory": 'EACCES',
    "agent's root": 'EACCES',
    "agent's line": 'EACCES',
    // Sent, and ignored: it is the first process.
    kill: isRoot ? '0' : 'EPERM',
    mount: 'EPERM',
    umount: 'EPERM',
    remount: 'EPERM',
    'user namespace': 'ENOSPC',
    reboot: 'EPERM',
    trigger: isRoot ? 'EROFS' : 'EACCES',
    'core pattern': isRoot ? 'EROFS' : 'EACCES',
    root: 'EROFS',
    // It runs.
    init: isRoot ? 'ETXTBSY' : 'EACCES',
    module: 'EPERM',
  });
});

it('has no network, not even its own', async () => {
  const { answers } = await runC(`
    #include <arpa/inet.h>
    #include <sys/socket.h>
    static int reach(const char *address) {
      struct sockaddr_in to = { .sin_family = AF_INET, .sin_port = htons(80) };
      inet_pton(AF_INET, address, &to.sin_addr);
      return connect(socket(AF_INET, SOCK_STREAM, 0), (struct sockaddr *)&to, sizeof to);
    }
    int main(void) { TRY("far", reach("1.1.1.1")); TRY("near", reach("127.0.0.1")); }`);
  expect(answers).toEqual({ far: 'ENETUNREACH', near: 'ENETUNREACH' });
});

it('ends a fork bomb and a flood by the limits of the run', async () => {
  const [bomb, flood] = await Promise.all([
    runC('int main(void) { for (;;) fork(); }'),
    runC('int main(void) { for (;;) puts("a line that nobody will ever read to its end"); }'),
  ]);
  expect(bomb.outcome).toEqual({ kind: 'limit-exceeded', limit: 'processes' });
  expect(flood.outcome).toEqual({ kind: 'limit-exceeded', limit: 'output' });
});

it('says so when something kills the machine, and keeps what had been seen', async () => {
  const killed = await runC('int main(void) { puts("here"); fflush(stdout); for (;;) pause(); }', {
    onEvent({ kind }) {
      if (kind !== 'output') return;
      // The first of them is its kernel; the others are processes of its program.
      const kernel = sandboxedProcesses(workDir()).find(({ name }) => name === 'linux');
      process.kill(kernel!.pid, 'SIGKILL');
    },
  });
  expect(killed.stdout).toBe('here\n');
  expect(killed.fault).toContain('The machine killed the sandbox');
  expect(troubles).toEqual([]);
});
