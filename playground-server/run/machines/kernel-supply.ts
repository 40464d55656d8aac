import { execFile } from 'node:child_process';
import { mkdir, readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { promisify } from 'node:util';
import { removeOrphanedFolders } from '../../sandbox/leftovers.ts';
import type { FetchStep } from '../../protocol/index.ts';
import type { Host } from '../host/host.ts';
import { messageOf, withoutPaths } from '../fault-message.ts';
import { fetchKernel, type KernelStore } from './fetch-kernel.ts';
import { kernelFiles, type KernelFiles } from './kernel-files.ts';
import type { OwnKernel } from './kernel-table.ts';
import { machineParts, machineRoot, type MachineParts } from './machine-parts.ts';
import { DoesNotBoot } from './does-not-boot.ts';
import { tryBoot } from './try-boot.ts';

const run = promisify(execFile);

/**
 * @property release uname -r @property root in which it is booted
 * @property loop its module for loop devices; null where it is not there
 */
export interface BootableKernel {
  kind: 'ready';
  release: string;
  root: string;
  parts: MachineParts;
  loop: Buffer | null;
}

/** How far a kernel is on its way to the readers. */
export type Supply =
  | { kind: 'fetching'; step: FetchStep }
  | BootableKernel
  /** @property lack what would have to be another */
  | { kind: 'missing'; lack: 'files' | 'kernel'; reason: string };

/** Pauses before files that could not be had are asked for again; each is twice the last. */
export interface SupplyPauses {
  firstMs: number;
  longestMs: number;
}

const usualPauses: SupplyPauses = { firstMs: 60_000, longestMs: 3_600_000 };

/**
 * Gets kernels one after the other, in the background. What cannot be had is missing, and asked for
 * again after a while, since operators mend things; a kernel that does not boot stays missing.
 */
export class KernelSupply {
  readonly #host: Host;
  readonly #store: KernelStore;
  readonly #pauses: SupplyPauses;
  readonly #supplies = new Map<string, Supply>();
  readonly #ending = new AbortController();
  /** null before they were made, and when they could not be */
  #parts: Promise<MachineParts> | null = null;
  #working: Promise<void> = Promise.resolve();

  constructor(host: Host, store: KernelStore, pauses = usualPauses) {
    this.#host = host;
    this.#store = store;
    this.#pauses = pauses;
  }

  of({ id }: OwnKernel): Supply {
    return this.#supplies.get(id) ?? { kind: 'fetching', step: 'waiting' };
  }

  /**
   * Begins; `ready` is called for each kernel that can be booted from now on. Resolves when each has
   * been tried once, and never rejects.
   */
  start(kernels: readonly OwnKernel[], ready: (kernel: OwnKernel) => void): Promise<void> {
    const tried = this.#clean().then(() => this.#getAll(kernels, ready));
    this.#working = tried.then(() => this.#getLater(kernels, ready));
    return tried;
  }

  /** Stops what is under way, and resolves when nothing of it is left. */
  async close(): Promise<void> {
    this.#ending.abort();
    await this.#working;
  }

  async #getAll(kernels: readonly OwnKernel[], ready: (kernel: OwnKernel) => void): Promise<void> {
    const parts = (this.#parts ??= machineParts(this.#host));
    // Reported with each kernel.
    parts.catch(() => (this.#parts = null));
    // Those that are there do not wait for those that have to be fetched.
    const isThere = (kernel: OwnKernel) => kernelFiles(this.#store.folder, kernel) !== null;
    const inOrder = [...kernels.filter(isThere), ...kernels.filter((one) => !isThere(one))];
    for (const kernel of inOrder) {
      if (this.#ending.signal.aborted) break;
      this.#supplies.set(kernel.id, await this.#get(kernel, parts));
      if (this.of(kernel).kind === 'ready') ready(kernel);
    }
    await parts.catch(() => undefined);
  }

  async #getLater(
    kernels: readonly OwnKernel[],
    ready: (kernel: OwnKernel) => void,
  ): Promise<void> {
    const { signal } = this.#ending;
    const { firstMs, longestMs } = this.#pauses;
    const lacking = () => kernels.filter((kernel) => lacksFiles(this.of(kernel)));
    for (let pauseMs = firstMs; lacking().length > 0; pauseMs = Math.min(2 * pauseMs, longestMs)) {
      await setTimeout(pauseMs, undefined, { signal, ref: false }).catch(() => undefined);
      if (signal.aborted) return;
      await this.#getAll(lacking(), ready);
    }
  }

  async #get(kernel: OwnKernel, parts: Promise<MachineParts>): Promise<Supply> {
    try {
      if (kernelFiles(this.#store.folder, kernel) === null) {
        await this.#fetch(kernel);
      }
      const files = kernelFiles(this.#store.folder, kernel);
      if (files === null) throw new Error('There is no such file, or no C library for it.');
      const made = await parts;
      const root = await machineRoot(made, kernel.id, files);
      const release = await releaseOf(files);
      this.#supplies.set(kernel.id, { kind: 'fetching', step: 'trial' });
      await tryBoot(made, root, this.#ending.signal);
      const loop = files.loop === null ? null : await readFile(files.loop);
      return { kind: 'ready', release, root, parts: made, loop };
    } catch (error) {
      if (error instanceof DoesNotBoot)
        return { kind: 'missing', lack: 'kernel', reason: `It does not boot: ${error.reason}` };
      return { kind: 'missing', lack: 'files', reason: withoutPaths(messageOf(error)).trim() };
    }
  }

  async #fetch({ id, from }: OwnKernel): Promise<void> {
    if (from.kind !== 'debian') return;
    await mkdir(this.#store.folder, { recursive: true });
    await fetchKernel(this.#store, id, from.suite, this.#ending.signal, (step) =>
      this.#supplies.set(id, { kind: 'fetching', step }),
    );
  }

  /** Removes what a server that was killed had fetched in part; what fails shows at the next fetch. */
  async #clean(): Promise<void> {
    await removeOrphanedFolders(this.#store.folder).catch(() => undefined);
  }
}

const lacksFiles = (supply: Supply): boolean =>
  supply.kind === 'missing' && supply.lack === 'files';

/**
 * What it calls itself, without booting it. With other addresses it would first start anew, through
 * /proc/self/exe, which is the loader.
 */
async function releaseOf({ linux, loader, libraries }: KernelFiles): Promise<string> {
  const command = [loader, '--library-path', dirname(libraries[0]), linux, '--version'];
  const { stdout } = await run('setarch', ['--addr-no-randomize', ...command]);
  return stdout.trim();
}
