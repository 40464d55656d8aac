import type { Outcome, RunEvent, RunRequest } from '../../playground-server/protocol/index.ts';

/** When the reader goes: never, or at the first event of a kind. */
export type Leaving = 'stays' | RunEvent['kind'];

export type Limit = Extract<Outcome, { kind: 'limit-exceeded' }>['limit'];

/** One kind of run: what is sent, and what must come back. */
export interface RunKind {
  name: string;
  /** of every hundred runs; all kinds together are a hundred */
  share: number;
  leaves: Leaving;
  request(marker: string, number: number): RunRequest;
  /** how it must end; a reader who left does not see it */
  outcome: Outcome['kind'] | null;
  /** one of these, if it is to be a limit: which comes first is up to the machine */
  limits?: readonly Limit[];
  /** where the marker must show, so that no run is answered by another's events */
  shows: 'output' | 'tape' | 'diagnostic';
}

const includes = `#define _GNU_SOURCE
#include <linux/aio_abi.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>
`;

const c = (source: string, conditions?: RunRequest['conditions']): RunRequest => ({
  language: 'c',
  source,
  ...(conditions && { conditions }),
});

export const main = (body: string): RunRequest => c(`${includes}int main(void) {\n${body}\n}\n`);

/** Prints the marker, and then does as the kind does. */
export const says = (marker: string, rest = ''): RunRequest => main(`puts("${marker}");\n${rest}`);

export const stays = { leaves: 'stays', shows: 'output' } as const;
export const exits = { ...stays, outcome: 'exited' } as const;

/** Snippets that everybody sends: the server has compiled them already. */
const popular = 8;

export const runKindsTable: readonly RunKind[] = [
  {
    ...exits,
    name: 'cached',
    share: 35,
    // The marker is the snippet's, not the run's: a neighbour's answer would show another.
    request: (_, number) => says(`popular ${number % popular}`),
  },
  { ...exits, name: 'changed', share: 20, request: (marker) => says(marker) },
  {
    ...exits,
    name: 'calls',
    share: 10,
    shows: 'tape',
    request: (_, number) =>
      main(`aio_context_t ctx = 0;
      syscall(SYS_io_setup, ${1 + (number % 1000)}, &ctx);
      return syscall(SYS_io_destroy, ctx) == -1;`),
  },
  {
    ...exits,
    name: 'context left behind',
    share: 5,
    request: (marker) =>
      says(marker, 'aio_context_t ctx = 0; return syscall(SYS_io_setup, 200, &ctx) == -1;'),
  },
  {
    ...exits,
    name: 'children',
    share: 4,
    request: (marker) => main(`if (fork() == 0) { puts("${marker}"); return 0; } wait(NULL);`),
  },
  {
    ...exits,
    name: 'scratch disk',
    share: 1,
    request: (marker) => c(says(marker).source, { scratch: 'disk' }),
  },
  { ...stays, name: 'crash', share: 6, outcome: 'signalled', request: (m) => says(m, 'abort();') },
  {
    ...stays,
    name: 'compile error',
    share: 6,
    outcome: 'not-compiled',
    shows: 'diagnostic',
    request: (marker) => c(`#error ${marker}\n`),
  },
  {
    ...stays,
    name: 'output flood',
    share: 2,
    outcome: 'limit-exceeded',
    limits: ['output'],
    request: (marker) => main(`for (;;) puts("${marker}");`),
  },
  {
    ...stays,
    name: 'time-out',
    share: 1,
    outcome: 'limit-exceeded',
    limits: ['wall-time'],
    request: (marker) => says(marker, 'for (;;) pause();'),
  },
  {
    leaves: 'accepted',
    name: 'left at once',
    share: 4,
    outcome: null,
    shows: 'output',
    request: (marker) => says(marker, 'for (;;) pause();'),
  },
  {
    leaves: 'output',
    name: 'left in mid-run',
    share: 6,
    outcome: null,
    shows: 'output',
    request: (marker) => says(marker, 'if (fork() == 0) setsid(); for (;;) pause();'),
  },
];

/** The text that only this run's events can hold. */
export function markerOf(kind: RunKind, number: number): string {
  if (kind.name === 'cached') return `popular ${number % popular}`;
  return kind.shows === 'tape' ? String(1 + (number % 1000)) : `run ${number}`;
}

/** The kind of the nth run: each in its share, in an order that mixes them. */
export function kindOf(number: number, kinds: readonly RunKind[]): RunKind {
  // 37 and 100 have no common divisor: a hundred runs take each place once.
  let place = (number * 37) % 100;
  for (const kind of kinds) {
    if (place < kind.share) return kind;
    place -= kind.share;
  }
  throw new Error('the shares make less than a hundred');
}
