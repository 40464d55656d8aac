import { mostIdleGroups } from '../../playground-server/sandbox/cgroup.ts';
import type { Footprint, Leftovers } from './footprint.ts';
import type { SoakReport } from './soak.ts';

/** Of the program cache, which fills up; and of the heap, which grows before it is collected. */
const cacheMiB = 64;
const heapMiB = 64;
/** A zygote or a linker more or less: two processes of bubblewrap, and the tool's. */
const processesOfCompilers = 24;
const descriptorsOfCompilers = 40;

/**
 * As many as the busiest moment needed are kept, and in that the dead of the runs before count until
 * the host's init has waited for them, of which attacks leave many: what bounds them is the server.
 */
const hierarchies = 3;
const groupsKept = hierarchies * mostIdleGroups;

/** What a soak shows to be wrong; empty when nothing was lost and nothing is left. */
export function soakComplaints(report: SoakReport): string[] {
  const { figures, counted, isAttacked, exitStatus } = report;
  const isWhole = isAttacked ? counted >= figures.runs : counted === figures.runs;
  return [
    ...figures.complaints,
    ...(isWhole ? [] : [`${figures.runs} runs were sent, ${counted} were counted`]),
    ...(exitStatus === 0 ? [] : [`the server ended with ${exitStatus}`]),
    ...growthComplaints(report.footprints),
    ...leftoverComplaints(report.left, report.aioNrBefore),
  ];
}

/**
 * From the half on: each tracing thread's heap grows for a thousand runs, until what it does often has
 * been compiled, and the attacks have to have had their turns.
 */
function growthComplaints(footprints: readonly Footprint[]): string[] {
  const [first, last] = [footprints[2]!, footprints.at(-1)!];
  const bounds: Partial<Record<keyof Footprint, number>> = {
    residentMiB: cacheMiB + heapMiB,
    threads: 4,
    descriptors: descriptorsOfCompilers,
    inotify: 0,
    processes: processesOfCompilers,
    controlGroups: groupsKept,
    mounts: 0,
    loopDevices: 0,
    scratchFiles: 0,
    machineMemory: 0,
  };
  return Object.entries(bounds).flatMap(([what, bound]) => {
    const growth = last[what as keyof Footprint] - first[what as keyof Footprint];
    return growth <= bound ? [] : [`${what} grew by ${Math.round(growth)}: more than ${bound}`];
  });
}

function leftoverComplaints({ aioNr, ...left }: Leftovers, aioNrBefore: number): string[] {
  const ours = Object.entries(left).flatMap(([what, count]) =>
    count === 0 ? [] : [`the server left ${count} ${what}`],
  );
  if (aioNr <= aioNrBefore) return ours;
  return [...ours, `fs.aio-nr is ${aioNr}, and was ${aioNrBefore}: ours, unless a neighbour runs`];
}
