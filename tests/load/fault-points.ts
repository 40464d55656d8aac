import type { ThreadKind } from '../../playground-server/linux/fault-plan.ts';
import { errnos } from '../../playground-server/uapi/errno-table.ts';
import type { Random } from '../fuzz/random.ts';

/** What is under way while a call fails. */
export const scenes = ['run a program', 'compile one', 'run TypeScript', 'start'] as const;
export type Scene = (typeof scenes)[number];

/** One call of the C library that fails: the nth that a kind of thread makes in a scene. */
export interface FaultPoint {
  scene: Scene;
  thread: ThreadKind;
  nth: number;
  errno: ErrnoName;
}

export type ErrnoName = 'EMFILE' | 'ENOMEM' | 'EAGAIN' | 'EINTR' | 'EPERM' | 'ESRCH';
const ofAnyCall: readonly ErrnoName[] = ['EMFILE', 'ENOMEM', 'EAGAIN', 'EINTR', 'EPERM'];

/**
 * What a call may fail with. Not ESRCH for a tracer: ptrace(2) returns it for dead tracees, and one
 * that is stopped at its end but believed dead would stay stopped for ever. Tracees that really die
 * are tested in killed-parts.test.ts.
 */
const errnosOf = (thread: ThreadKind): readonly ErrnoName[] =>
  thread === 'main' ? [...ofAnyCall, 'ESRCH'] : ofAnyCall;

export const errnoNumber = (name: ErrnoName): number => errnos[name];

/** How many calls each kind of thread makes in a scene. */
export interface SceneCalls {
  scene: Scene;
  thread: ThreadKind;
  calls: number;
}

/** Every call, each with one errno: with six seeds in a row, every call with every errno. */
export const allPoints = (counted: readonly SceneCalls[], seed: number): FaultPoint[] =>
  counted.flatMap(({ scene, thread, calls }) => {
    const kinds = errnosOf(thread);
    return Array.from({ length: calls }, (_, at) => ({
      scene,
      thread,
      nth: at + 1,
      errno: kinds[(at + seed) % kinds.length] ?? 'ENOMEM',
    }));
  });

/** Equally many of each scene and kind of thread, if it makes that many calls, spread over all. */
export function somePoints(
  counted: readonly SceneCalls[],
  share: Record<Scene, number>,
  random: Random,
): FaultPoint[] {
  return counted.flatMap(({ scene, thread, calls }) => {
    const wanted = Math.min(share[scene], calls);
    const kinds = errnosOf(thread);
    return Array.from({ length: wanted }, (_, at) => ({
      scene,
      thread,
      nth: 1 + Math.floor(((at + random.below(1000) / 1000) * calls) / wanted),
      errno: random.pick(kinds),
    }));
  });
}

/** What became of one point. */
export interface FaultAnswer extends FaultPoint {
  /**
   * false when the scene made fewer calls this time: how often it looks at pipes depends on timing
   */
  isReached: boolean;
  /** how the run ended, or what its reader was told */
  said: string;
  /** likewise for the next run, in which no call failed */
  next: string;
  /** what the log was told meanwhile */
  troubles: string[];
}

export interface FaultReport {
  pid: number;
  counted: SceneCalls[];
  answers: FaultAnswer[];
  /** what the descriptors of the process led to, before its first engine was made and after all were closed */
  before: string[];
  after: string[];
}
