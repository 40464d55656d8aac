import type { ErrnoTable } from '../../../facts/errno-table.ts';
import type {
  GoalPart,
  GoalPattern,
  Range,
  SeenPattern,
} from '../../../facts/goals/goal-pattern-schema.ts';
import { hasEnded } from '../run-state.ts';
import type { RunState, TapeRow } from '../run-state.ts';
import { isInRange } from './is-in-range.ts';
import { inOrderOfReturn, sightingsOf } from './sightings.ts';
import type { Sighting } from './sightings.ts';

/** As much of a run as a goal is about. */
export type GoalRun = Pick<RunState, 'phase' | 'rows' | 'environment'>;

/** What became of one part. */
export interface PartCheck {
  part: GoalPart;
  /** `open`: not yet, or not known before the end. `broken`: this run cannot meet it any more. */
  state: 'met' | 'open' | 'broken';
  /** How often it was seen. */
  seen: number;
  /** The newest call of the name that it asks for, which does not fit. */
  nearest: TapeRow | null;
  /** It was seen, but a condition or a limit of the playground gave the answer. */
  isSimulated: boolean;
}

export interface GoalCheck {
  parts: PartCheck[];
  /** The run is over, and all parts are met. */
  isSolved: boolean;
}

/** The parts that readers see: a pattern that says nothing of the end wants the program to exit. */
export const partsOf = ({ parts }: GoalPattern): GoalPart[] =>
  parts.some((part) => 'ends' in part) ? parts : [...parts, { ends: {} }];

/**
 * Holds a tape against a goal, at any moment of a run: what certainly is so is met, and what only
 * the end can tell is open until then. Pure: the same run gives the same answer wherever it is asked.
 */
export function checkGoal(pattern: GoalPattern, run: GoalRun, errnos: ErrnoTable): GoalCheck {
  let after = -1;
  const parts = partsOf(pattern).map((part): PartCheck => {
    const check = checkPart(part, run, errnos, pattern.inOrder ? after : -1);
    if (check.until !== undefined) after = check.until;
    return { part, state: 'open', seen: 0, nearest: null, isSimulated: false, ...check.found };
  });
  return {
    parts,
    isSolved: hasEnded(run) && parts.every((part) => part.state === 'met'),
  };
}

interface Found {
  found: Partial<PartCheck>;
  /** The place on the tape where the part was met; later parts of an ordered goal come behind it. */
  until?: number;
}

function checkPart(part: GoalPart, run: GoalRun, errnos: ErrnoTable, after: number): Found {
  const isOver = hasEnded(run);
  if ('ends' in part) return { found: { state: endState(part.ends, run, isOver) } };
  if ('kernel' in part) return { found: { state: kernelState(part.kernel, run) } };
  if ('never' in part) {
    const broken = sightingsOf(part.never, run, errnos).length > 0;
    return { found: { state: broken ? 'broken' : isOver ? 'met' : 'open' } };
  }
  const all = sightingsOf(part, run, errnos);
  const genuine = all.filter(({ at, isGenuine }) => isGenuine && at > after);
  return countState(genuine, part.times, isOver, {
    nearest: genuine.length > 0 ? null : nearestTo(part, run.rows),
    isSimulated: genuine.length === 0 && all.some(({ isGenuine }) => !isGenuine),
  });
}

/** An upper bound can be passed at any time, so that only the end tells whether it was kept. */
function countState(
  sightings: readonly Sighting[],
  times: Range = { atLeast: 1 },
  isOver: boolean,
  told: Partial<PartCheck>,
): Found {
  const [least, most] =
    typeof times === 'number' ? [times, times] : [times.atLeast ?? 0, times.atMost ?? Infinity];
  const seen = sightings.length;
  const isMet = isInRange(seen, times) && (most === Infinity || isOver);
  const state = seen > most ? 'broken' : isMet ? 'met' : 'open';
  // Where it is not met, what has to come after it cannot have come yet.
  const until = seen >= least ? (sightings[least - 1]?.at ?? -1) : Infinity;
  return { found: { ...told, state, seen }, until };
}

function endState(
  wanted: Extract<GoalPart, { ends: object }>['ends'],
  { phase }: GoalRun,
  isOver: boolean,
): PartCheck['state'] {
  if (!isOver) return 'open';
  if (phase.kind !== 'finished') return 'broken';
  const { outcome } = phase;
  const isMet =
    'signal' in wanted
      ? outcome.kind === 'signalled' && outcome.signal === wanted.signal
      : outcome.kind === 'exited' && isInRange(outcome.status, wanted.status);
  return isMet ? 'met' : 'broken';
}

function kernelState(wanted: string, { environment }: GoalRun): PartCheck['state'] {
  if (!environment) return 'open';
  const { kernel } = environment;
  return kernel === wanted || kernel.startsWith(`${wanted}.`) ? 'met' : 'broken';
}

function nearestTo(part: SeenPattern, rows: readonly TapeRow[]): TapeRow | null {
  if (!('call' in part)) return null;
  return inOrderOfReturn(rows).findLast(({ name }) => name === part.call) ?? null;
}
