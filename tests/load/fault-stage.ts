import { setTimeout } from 'node:timers/promises';
import { createEngine } from '../../playground-server/run/create-engine.ts';
import { unheard, type Engine } from '../../playground-server/run/engine.ts';
import { collectRun, prelude } from '../sandbox/collect-run.ts';
import type { Scene } from './fault-points.ts';

const bounds = { runsAtOnce: 1, runsWaiting: 8, runsPerClient: 8 };
/** Two sandboxes for C wait for each slot, and one for C++ and one for TypeScript. */
const readySandboxes = 4;

const program = `${prelude}int main(void) {
  aio_context_t ctx = 0;
  syscall(SYS_io_setup, 1, &ctx);
  return syscall(SYS_io_destroy, ctx);
}`;
const script = `import { AioContext, io_destroy, io_setup } from 'aio';
const context = new AioContext();
io_setup(1, context);
process.exit(io_destroy(context));
`;

/** An engine that plays one scene after the other. */
export interface FaultStage {
  /** How its run ended, or what its reader was told; resolves when the engine is at rest again. */
  play(scene: Scene): Promise<string>;
  /** What the log was told since the last time. */
  takeTroubles(): string[];
  close(): Promise<void>;
}

export async function openStage(workDir: string): Promise<FaultStage> {
  const troubles: unknown[] = [];
  const observer = { ...unheard, troubled: (error: unknown) => void troubles.push(error) };
  const start = (typescriptReady: number) =>
    createEngine({ ...bounds, typescriptReady, workDir }, observer);
  const engine = await start(1);
  let compiled = 0;
  const scenes: Record<Scene, () => Promise<string>> = {
    'run a program': () => run(engine, 'c', program),
    'compile one': () => run(engine, 'c', `${program}// ${++compiled}`),
    'run TypeScript': () => run(engine, 'typescript', script),
    async start() {
      const another = await start(0);
      const said = await run(another, 'c', program);
      await another.close(0);
      return said;
    },
  };
  await atRest(engine, troubles);
  // What the first run of each language opens or loads stays.
  for (const play of [scenes['run a program'], scenes['run TypeScript']]) await play();
  return {
    async play(scene) {
      const said = await scenes[scene]();
      await atRest(engine, troubles);
      return said;
    },
    takeTroubles: () => troubles.splice(0).map(String),
    close: () => engine.close(0),
  };
}

async function run(engine: Engine, language: 'c' | 'typescript', source: string): Promise<string> {
  const { outcome, fault } = await collectRun(engine, source, { language });
  return fault ?? (outcome ? JSON.stringify(outcome) : 'nothing');
}

const patienceMs = 20_000;

/**
 * Waits until nothing of a run is left and what it took has been replaced; where a sandbox could
 * not be made, the log was told, and the next run makes it.
 */
async function atRest(engine: Engine, troubles: readonly unknown[]): Promise<void> {
  const lateMs = performance.now() + patienceMs;
  while (!isAtRest(engine, troubles)) {
    if (performance.now() > lateMs)
      throw new Error(
        `never at rest again: ${JSON.stringify(stateOf(engine))}, ${troubles.join()}`,
      );
    await setTimeout(2);
  }
}

const stateOf = (engine: Engine) => ({ ...engine.occupancy(), ...engine.workforces()[0] });

function isAtRest(engine: Engine, troubles: readonly unknown[]): boolean {
  const { running, tearingDown } = engine.occupancy();
  const [workforce] = engine.workforces();
  if (running > 0 || tearingDown > 0 || workforce?.kind !== 'local') return false;
  const isWhole = workforce.readySandboxes === readySandboxes || troubles.length > 0;
  return isWhole && workforce.busyThreads === 0;
}
