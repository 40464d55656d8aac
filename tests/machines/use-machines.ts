import { execFile } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { promisify } from 'node:util';
import { afterAll, beforeAll, beforeEach, expect } from 'vitest';
import type { LocalEngine } from '../../playground-server/run/create-engine.ts';
import { packInitrd } from '../../playground-server/run/machines/initrd.ts';
import { protocolVersion } from '../../playground-server/run/machines/job.ts';
import {
  MachineEngine,
  type MachineEngineParts,
} from '../../playground-server/run/machines/machine-engine.ts';
import type { MachineParts } from '../../playground-server/run/machines/machine-parts.ts';
import { collectRun, prelude, type RunOptions, type Seen } from '../sandbox/collect-run.ts';
import { controlGroups, mountsBelow, sandboxedProcesses } from '../sandbox/host.ts';
import { temporaryFolder } from '../tmp/temporary-folder.ts';
import { kernelOf, openMachines, type OpenMachines } from './open-machines.ts';

/** What engines have left on this host. */
const left = (workDir: string) => ({
  processes: sandboxedProcesses(workDir),
  mounts: mountsBelow(workDir),
  groups: controlGroups(),
  files: readdirSync(workDir),
});
const nothing = { processes: [], mounts: [], groups: [], files: [] };

/** For a package of 40 MB, and an engine on a busy machine. */
const patienceMs = 180_000;

export interface Machines {
  /** the engine of this host, which shares its parts */
  local: () => LocalEngine;
  /** the engine of an own kernel, by default the first */
  engine: (id?: string) => MachineEngine;
  /** another one, of the first kernel, which has nothing to close */
  engineWith: (settings: Pick<MachineEngineParts, 'bootTimeoutsMs'>) => MachineEngine;
  /** Runs a C snippet on a machine of its own, with the prelude before it. */
  runC: (source: string, options?: RunOptions) => Promise<Seen>;
  /** Boots what is started now with another first process, from agents/. */
  withAgent: <T>(name: string, action: () => Promise<T>) => Promise<T>;
  /** what its machines are made of */
  parts: () => MachineParts;
  workDir: () => string;
  /** what the operator's log would say */
  troubles: unknown[];
}

/**
 * Engines for the claims of a file, which are skipped, and say why, where the kernel cannot be had.
 * A kernel that is not there yet is fetched, as a server would.
 */
export function useMachines(ids: readonly [string, ...string[]] = ['6.1']): Machines {
  let opened: OpenMachines | null = null;
  let workDir = '';
  const troubles: unknown[] = [];
  const ready = <T>(one: T | null | undefined): T => {
    if (one === null || one === undefined) throw new Error('the engines are not there yet');
    return one;
  };
  const engine = (id = ids[0]): MachineEngine => ready(opened?.engines.get(id));
  beforeAll(async () => {
    workDir = temporaryFolder('machines');
    opened = await openMachines(ids, workDir, (error) => troubles.push(error));
    await Promise.race([opened.got, setTimeout(patienceMs, undefined, { ref: false })]);
  }, 2 * patienceMs);
  beforeEach(({ skip }) => {
    const [facts] = engine().kernelFacts();
    if (facts?.state === 'missing') skip(facts.reason);
    if (facts?.state === 'fetching') skip('its package is still being fetched');
  });
  afterAll(async () => {
    await opened?.close();
    expect(troubles).toEqual([]);
    expect(left(workDir)).toEqual(nothing);
  });
  const parts = (): MachineParts => {
    const supplied = ready(opened).supply.of(kernelOf(ids[0]));
    if (supplied.kind !== 'ready') throw new Error('there is no kernel to boot');
    return supplied.parts;
  };
  return {
    local: () => ready(opened).local,
    engine,
    engineWith: (settings) =>
      new MachineEngine({ ...ready(opened).shared, ...settings, kernel: kernelOf(ids[0]) }),
    runC: (source, options) => collectRun(engine(), prelude + source, options),
    async withAgent(name, action) {
      const { initrd } = parts();
      const own = await readFile(initrd);
      await writeFile(initrd, await falseInitrd(name));
      try {
        return await action();
      } finally {
        await writeFile(initrd, own);
      }
    },
    parts,
    workDir: () => workDir,
    troubles,
  };
}

/** Compiles a file of agents/, and returns the path of the program. */
export async function compileAgent(name: string): Promise<string> {
  const program = join(temporaryFolder('agent'), name);
  const source = join(import.meta.dirname, 'agents', `${name}.c`);
  const version = `-DPROTOCOL_VERSION=${protocolVersion}`;
  await promisify(execFile)('gcc', ['-O2', '-w', '-static', version, '-o', program, source]);
  return program;
}

/** An initrd whose first process is that of a file in agents/. */
async function falseInitrd(name: string): Promise<Buffer> {
  const folder = { kind: 'directory', path: '/dev' } as const;
  return packInitrd([
    folder,
    { kind: 'file', path: '/init', mode: 0o555, content: await readFile(await compileAgent(name)) },
  ]);
}
