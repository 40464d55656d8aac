import type {
  Environment,
  KernelFacts,
  Limits,
  RunDemands,
  RunRequest,
  UnstampedEvent,
} from '../../../playground-server/protocol/index.ts';
import type { CheckResult } from '../../../playground-server/run/check-snippet.ts';
import type { Engine, PreflightCheck, Workforce } from '../../../playground-server/run/engine.ts';
import type { Admission } from '../../../playground-server/run/queue/admission.ts';
import {
  FairQueue,
  type FairQueueBounds,
} from '../../../playground-server/run/queue/fair-queue.ts';

export const limits: Limits = {
  wallTimeMs: 5000,
  cpuTimeMs: 5000,
  memoryBytes: 1,
  processes: 1,
  openFiles: 1,
  outputBytes: 1,
  tapeCalls: 1,
  fileBytes: 1,
  diskBytes: 1,
  aioEvents: 1,
};

export const environment: Environment = {
  kernel: '6.18.0',
  machine: 'x86_64',
  libc: 'glibc 2.36',
  libaio: '0.3.113',
  compiler: 'gcc 12',
  aioMaxNr: 65536,
  scratch: 'tmpfs',
};

export const accepted: UnstampedEvent = { kind: 'accepted', runId: 'r1', limits, environment };
export const output = (text: string): UnstampedEvent => ({
  kind: 'output',
  stream: 'stdout',
  text,
});
export const exited: UnstampedEvent = { kind: 'finished', outcome: { kind: 'exited', status: 0 } };
export const cancelled: UnstampedEvent = { kind: 'finished', outcome: { kind: 'cancelled' } };

type Script = (request: RunRequest, signal: AbortSignal) => AsyncIterable<UnstampedEvent>;

/** An engine that runs nothing: it plays a script, behind a real queue. */
export class FakeEngine implements Engine {
  kernels = ['host'];
  readonly queue: FairQueue;
  readonly checks = new FairQueue({ slots: 1, waiting: 1, perClient: 2 });
  readonly bounds: FairQueueBounds;
  script: Script = async function* () {
    yield* [accepted, exited];
  };
  /** What a check finds; it may wait for the signal first. */
  finding: (signal: AbortSignal) => Promise<CheckResult> = async () => ({
    kind: 'checked',
    compiled: true,
    diagnostics: [],
  });
  preflightChecks: PreflightCheck[] = [];
  preflights = 0;
  requests: RunRequest[] = [];
  unavailableBecause: string | null = null;

  constructor(bounds = { slots: 2, waiting: 2, perClient: 3 }) {
    this.bounds = bounds;
    this.queue = new FairQueue(bounds);
  }

  kernelFacts(): KernelFacts[] {
    return this.kernels.map((id) => ({
      state: 'available',
      id,
      source: 'a script',
      release: environment.kernel,
      isOwn: false,
      languages: ['c'],
      scratches: ['tmpfs'],
    }));
  }

  limits(_: RunDemands): Limits {
    return limits;
  }

  environment({ scratch }: RunDemands): Environment {
    return { ...environment, scratch: scratch === 'disk' ? 'ext4' : 'tmpfs' };
  }

  unavailable(): string | null {
    return this.unavailableBecause;
  }

  admit(client: string) {
    return this.queue.admit(client);
  }

  async *run(request: RunRequest, admission: Admission, signal: AbortSignal) {
    this.requests.push(request);
    try {
      for await (const event of this.script(request, signal)) {
        yield { event, happenedNs: process.hrtime.bigint() };
      }
    } finally {
      admission.leave();
    }
  }

  admitCheck(client: string) {
    return this.checks.admit(client);
  }

  async check(request: RunRequest, admission: Admission, signal: AbortSignal) {
    this.requests.push(request);
    try {
      return await this.finding(signal);
    } finally {
      admission.leave();
    }
  }

  async preflight(): Promise<PreflightCheck[]> {
    this.preflights += 1;
    return this.preflightChecks;
  }

  occupancy() {
    return { ...this.queue.occupancy(), tearingDown: 0 };
  }

  workforces(): Workforce[] {
    const [kernel = ''] = this.kernels;
    return [{ kernel, kind: 'local', readySandboxes: 3, idleThreads: 2, busyThreads: 1 }];
  }

  close(): Promise<void> {
    return this.queue.close();
  }
}

/** A run that ends only by being cancelled. */
export async function* endless(_: RunRequest, signal: AbortSignal): AsyncGenerator<UnstampedEvent> {
  yield accepted;
  await aborted(signal);
  yield cancelled;
}

/** Resolves when `signal` aborts. */
export const aborted = (signal: AbortSignal) =>
  new Promise<void>((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });
