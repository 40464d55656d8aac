import { setTimeout } from 'node:timers/promises';
import { setEnvironmentData } from 'node:worker_threads';
import { faultPlan, faultPlanKey } from '../../playground-server/linux/fault-plan.ts';

/**
 * Started by a test as a process of its own: in one run after the other the nth call of the C
 * library fails, until a run makes fewer calls than that. Prints what came of it as one line of JSON.
 *   node failing-libc.ts <directory> <errno> <first> <step>
 */
const [workDir = '', errno = '', first = '1', step = '1'] = process.argv.slice(2);
const plan = new Int32Array(new SharedArrayBuffer(4 * 3));
setEnvironmentData(faultPlanKey, plan);
// Only now: what binds the calls looks for the plan.
const { collectRun, prelude, startEngine } = await import('../sandbox/collect-run.ts');

const troubles: unknown[] = [];
const engine = await startEngine(workDir, troubles);
const program = `${prelude}int main(void) {
  aio_context_t ctx = 0;
  syscall(SYS_io_setup, 1, &ctx);
  return syscall(SYS_io_destroy, ctx);
}`;

const run = async () => {
  const { outcome, fault } = await collectRun(engine, program);
  while (engine.occupancy().tearingDown > 0) await setTimeout(5);
  return fault ?? (outcome ? JSON.stringify(outcome) : 'nothing');
};

/** Lets the nth call from now on fail; with 0, none. */
function fail(nth: number): void {
  plan[faultPlan.called] = 0;
  plan[faultPlan.errno] = Number(errno);
  plan[faultPlan.failing] = nth;
}

await run();
await run();
const answers: { nth: number; said: string; next: string }[] = [];
for (let nth = Number(first); ; nth += Number(step)) {
  fail(nth);
  const said = await run();
  const isReached = Atomics.load(plan, faultPlan.called) >= nth;
  fail(0);
  answers.push({ nth, said, next: await run() });
  if (!isReached) break;
}
await engine.close(0);
console.log(JSON.stringify({ answers, troubles: troubles.map(String) }));
