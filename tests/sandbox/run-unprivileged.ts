import { keptKernels } from '../../scripts/kept-kernels.ts';
import { openMachines } from '../machines/open-machines.ts';
import { collectRun, prelude, startEngine, type Seen } from './collect-run.ts';

/**
 * Started by a test as another user: runs an engine, and prints what it can do as one line of JSON.
 *   node run-unprivileged.ts <directory>
 */
const engine = await startEngine(process.argv[2] ?? '');
const preflight = await engine.preflight();
const diskRequest = { language: 'c', source: '', conditions: { scratch: 'disk' } } as const;
const noDisk = engine.unavailable(diskRequest);
const run = await collectRun(
  engine,
  `${prelude}
  #include <sys/resource.h>
  #include <sys/shm.h>
  #include <sys/socket.h>
  int main(void) {
    aio_context_t ctx = 0;
    TRY("io_setup", syscall(SYS_io_setup, 1, &ctx));
    TRY("io_uring_setup", syscall(SYS_io_uring_setup, 1, NULL));
    TRY("shadow", open("/etc/shadow", O_RDONLY));
    TRY("supervisor", open("/proc/1/mem", O_RDWR));
    TRY("setuid", setuid(0));
    TRY("more memory", malloc(512L << 20) ? 1 : -1);
    TRY("memfd", memfd_create("uncounted", 0));
    TRY("shm", shmget(IPC_PRIVATE, 1 << 20, 0600));
    TRY("socket", socket(AF_INET, SOCK_STREAM, 0));
    char adj[8] = "";
    read(open("/proc/self/oom_score_adj", O_RDONLY), adj, sizeof(adj) - 1);
    TRY("killed first", atoi(adj));
    TRY("nice", getpriority(PRIO_PROCESS, 0));
    TRY("pair", socketpair(AF_UNIX, SOCK_STREAM, 0, (int[2]){ 0 }));
  }`,
);
const bomb = await collectRun(engine, `${prelude}int main(void) { for (;;) fork(); }`);
await engine.close(0);
const own = await runOnOwnKernel();
console.log(JSON.stringify({ uid: process.getuid?.(), preflight, noDisk, run, bomb, own }));

/** On the newest of those that are kept; null if there is none. */
async function runOnOwnKernel(): Promise<Seen | null> {
  const kernel = keptKernels.at(-1);
  if (kernel === undefined) return null;
  const machines = await openMachines([kernel], process.argv[2] ?? '', (error) => {
    throw error;
  });
  await machines.got;
  const seen = await collectRun(
    machines.engines.get(kernel)!,
    `${prelude}int main(void) {
      aio_context_t ctx = 0;
      TRY("io_setup", syscall(SYS_io_setup, 1, &ctx));
      TRY("uid", getuid());
    }`,
  );
  await machines.close();
  return seen;
}
