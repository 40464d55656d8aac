import { execFileSync } from 'node:child_process';
import { setEnvironmentData } from 'node:worker_threads';
import {
  faultPlan,
  faultPlanKey,
  threadKinds,
  type ThreadKind,
} from '../../playground-server/linux/fault-plan.ts';
import { Random } from '../fuzz/random.ts';
import {
  allPoints,
  errnoNumber,
  scenes,
  somePoints,
  type FaultAnswer,
  type FaultPoint,
  type FaultReport,
  type SceneCalls,
} from './fault-points.ts';
import { openEnds, openEndsAfterAll } from './open-ends.ts';

/**
 * Started by a test as a process of its own: lets one call of the C library fail in each of many
 * runs and starts of the engine, and prints what came of it as one line of JSON.
 *   node failing-libc.ts <directory> <seed> <some | all>
 */
const [workDir = '', seed = '1', how = 'some'] = process.argv.slice(2);
const plan = new Int32Array(new SharedArrayBuffer(faultPlan.bytes));
setEnvironmentData(faultPlanKey, plan);
// Imported only now, because what binds the calls looks for the plan.
const { openStage } = await import('./fault-stage.ts');
const { startProcess } = await import('../../playground-server/sandbox/spawner.ts');

/** Counts from here, and lets one call fail, or none. */
function arm(point: FaultPoint | null): void {
  for (const thread of threadKinds) {
    Atomics.store(plan, faultPlan[thread].called, 0);
    Atomics.store(plan, faultPlan[thread].failing, point?.thread === thread ? point.nth : 0);
  }
  if (point) Atomics.store(plan, faultPlan.errno, errnoNumber(point.errno));
}

// The first child process creates pipes that remain: Node uses them to learn when children end.
execFileSync('true');
// So does the thread that starts processes, of which this is none.
const nothing = { argv: [''], environment: {}, descriptors: [], identity: null } as const;
await startProcess(nothing).catch(() => undefined);
const before = openEnds();
const stage = await openStage(workDir);

const called = (thread: ThreadKind): number => Atomics.load(plan, faultPlan[thread].called);

async function countCalls(): Promise<SceneCalls[]> {
  const counted: SceneCalls[] = [];
  for (const scene of scenes) {
    await stage.play(scene);
    arm(null);
    await stage.play(scene);
    for (const thread of threadKinds) {
      // The program that an engine runs after its start is traced like any other.
      if (scene === 'start' && thread === 'tracer') continue;
      counted.push({ scene, thread, calls: called(thread) });
    }
  }
  return counted;
}

async function attempt(point: FaultPoint): Promise<FaultAnswer> {
  arm(point);
  const said = await stage.play(point.scene);
  const isReached = called(point.thread) >= point.nth;
  arm(null);
  const troubles = stage.takeTroubles();
  const { scene } = point;
  const next = await stage.play(scene === 'start' ? 'run a program' : scene);
  return { ...point, isReached, said, troubles, next };
}

const counted = await countCalls();
const share = { 'run a program': 5, 'compile one': 3, 'run TypeScript': 2, start: 2 };
const points =
  how === 'all'
    ? allPoints(counted, Number(seed))
    : somePoints(counted, share, new Random(Number(seed)));
const answers: FaultAnswer[] = [];
for (const point of points) {
  answers.push(await attempt(point));
  if (how === 'all') console.error(JSON.stringify(answers.at(-1)));
}
await stage.close();
const after = await openEndsAfterAll(before);
const report: FaultReport = { pid: process.pid, counted, answers, before, after };
console.log(JSON.stringify(report));
