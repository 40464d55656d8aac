import {
  exits,
  says,
  main,
  runKindsTable,
  stays,
  type Limit,
  type RunKind,
} from './run-kinds-table.ts';

const usual = (name: string, share: number): RunKind => {
  const kind = runKindsTable.find((each) => each.name === name);
  if (!kind) throw new Error(`no kind of run is called ${name}`);
  return { ...kind, share };
};

const limited = (...limits: readonly Limit[]) =>
  ({ ...stays, outcome: 'limit-exceeded', limits }) as const;

/** Runs on kernels of their own: more of those that hang, flood and take all there is. */
export const machineRunKindsTable: readonly RunKind[] = [
  usual('cached', 25),
  usual('changed', 10),
  usual('calls', 15),
  usual('context left behind', 5),
  usual('children', 5),
  usual('crash', 8),
  usual('compile error', 2),
  usual('output flood', 6),
  usual('time-out', 1),
  usual('left at once', 6),
  usual('left in mid-run', 6),
  {
    ...limited('processes'),
    name: 'fork bomb',
    share: 5,
    request: (marker) => says(marker, 'for (;;) fork();'),
  },
  {
    ...limited('memory'),
    name: 'all memory',
    share: 4,
    request: (marker) => says(marker, 'for (;;) memset(malloc(1 << 20), 1, 1 << 20);'),
  },
  {
    // A machine that gets half of a processor has no time for it.
    ...limited('cpu-time', 'wall-time'),
    name: 'busy loop',
    share: 1,
    request: (marker) => says(marker, 'for (;;) ;'),
  },
  {
    ...limited('wall-time'),
    name: 'stops itself',
    share: 1,
    request: (marker) => says(marker, 'raise(SIGSTOP);'),
  },
];

/** One whose machine is killed from outside while it runs: the reader is told that, and by whom. */
export const killedMachine: RunKind = {
  ...exits,
  name: 'machine killed',
  share: 0,
  outcome: null,
  request: (marker) => main(`puts("${marker}");\nfor (;;) pause();`),
};
