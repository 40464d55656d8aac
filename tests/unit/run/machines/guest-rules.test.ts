import { describe, expect, it } from 'vitest';
import { endingOf, GuestLimits } from '../../../../playground-server/run/machines/guest-rules.ts';
import { signalCodes, signals } from '../../../../playground-server/uapi/signal-table.ts';

const rules = {
  ownLineOnly: new Set<string>(),
  followed: new Set<string>(),
  refusals: new Map<string, number>(),
  answers: [],
  isReaders: () => true,
  mostThreads: 24,
  cpuSeconds: 5,
  fileBytes: 1024,
};

const limitsText = (cpuSeconds: number, fileBytes: number) =>
  `Limit                     Soft Limit           Hard Limit           Units
Max cpu time              ${cpuSeconds}                    6                    seconds
Max file size             ${fileBytes}                 unlimited            bytes
`;

/** How a program ends by a signal, after one that it was told of. */
function causeAfter(
  told: { signal: number; code?: number; limits: string } | null,
  ended: { signal: number; cpuSeconds?: number; hasStarted?: boolean; isOutOfMemory?: boolean },
) {
  const limits = new GuestLimits(rules);
  const { signal = 0, code = 0, limits: text = '' } = told ?? {};
  // Only these two are looked at.
  if (told)
    limits.note({ kind: 'signal', signal, code } as Parameters<typeof limits.note>[0], text);
  const { hasStarted = true, isOutOfMemory = false, cpuSeconds = 0 } = ended;
  const end = { kind: 'ended', pid: 1, status: ended.signal, cpuSeconds } as const;
  return limits.causeOf(endingOf(ended.signal), end, { hasStarted, isOutOfMemory });
}

const limit = (name: string) => ({ kind: 'limit', limit: name });
const { SIGXCPU, SIGXFSZ, SIGKILL, SIGSEGV, SIGABRT } = signals;

describe('the end of a program on a machine', () => {
  it('is due to a limit of the run’s where the kernel says so, not to one of its own', () => {
    const code = signalCodes.SI_KERNEL;
    const xcpu = (soft: number) => ({ signal: SIGXCPU, code, limits: limitsText(soft, 0) });
    expect(causeAfter(xcpu(6), { signal: SIGXCPU })).toEqual(limit('cpu-time'));
    expect(causeAfter(xcpu(2), { signal: SIGXCPU })).toBeNull();
    const xfsz = (soft: number) => ({ signal: SIGXFSZ, limits: limitsText(6, soft) });
    expect(causeAfter(xfsz(1024), { signal: SIGXFSZ })).toEqual(limit('file-size'));
    expect(causeAfter(xfsz(512), { signal: SIGXFSZ })).toBeNull();
    expect(causeAfter(null, { signal: SIGABRT })).toBeNull();
  });

  it('is due to the processor time where it blocked the warning and is killed after much of it', () => {
    expect(causeAfter(null, { signal: SIGKILL, cpuSeconds: 5 })).toEqual(limit('cpu-time'));
    expect(causeAfter(null, { signal: SIGKILL, cpuSeconds: 1 })).toBeNull();
  });

  it('is not due to it where the kernel killed for want of memory', () => {
    expect(causeAfter(null, { signal: SIGKILL, cpuSeconds: 5, isOutOfMemory: true })).toBeNull();
  });

  it('is due to memory where a program was too large to begin', () => {
    expect(causeAfter(null, { signal: SIGSEGV, hasStarted: false })).toEqual(limit('memory'));
    expect(causeAfter(null, { signal: SIGSEGV })).toBeNull();
  });
});

it('reads a wait status as wait(2) has it', () => {
  expect(endingOf(7 << 8)).toEqual({ kind: 'exited', status: 7 });
  expect(endingOf(SIGKILL)).toEqual({ kind: 'killed', signal: SIGKILL });
  // With a core dump.
  expect(endingOf(SIGSEGV | 0x80)).toEqual({ kind: 'killed', signal: SIGSEGV });
});
