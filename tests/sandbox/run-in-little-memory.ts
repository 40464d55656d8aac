import { collectRun, MiB, prelude, startEngine } from './collect-run.ts';

/**
 * Started by a test as another user, in a control group with little memory: runs a program that takes
 * all of it, then an ordinary one, and prints how that ended.
 *   node run-in-little-memory.ts <directory>
 */
const engine = await startEngine(process.argv[2] ?? '');
await collectRun(
  engine,
  `${prelude}
  static void take(size_t size) {
    mmap(NULL, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_POPULATE, -1, 0);
  }
  int main(void) {
    for (int i = 0; i < 16; i++) {
      if (fork()) continue;
      take(${100 * MiB});
      pause();
    }
    while (wait(NULL) > 0);
  }`,
);
const after = await collectRun(engine, 'int main(void) { return 7; }');
await engine.close(0);
console.log(JSON.stringify({ after: after.outcome }));
