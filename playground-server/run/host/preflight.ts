import { existsSync } from 'node:fs';
import { languages, type Language, type RunRequest } from '../../protocol/index.ts';
import type { PreflightCheck } from '../engine.ts';
import type { Admission } from '../queue/admission.ts';
import { faultMessage, messageOf, withoutPaths } from '../fault-message.ts';
import type { Host } from './host.ts';
import type { Machinery } from '../machinery.ts';
import { languageRows } from '../languages/language-table.ts';
import { remedyFor } from './remedy-table.ts';
import { cleanedAway } from './shared-files.ts';
import type { TimedEvent } from '../timed-event.ts';

/** @param troubled receives what readers are not told about a failure */
type Run = (
  request: RunRequest,
  admission: Admission,
  signal: AbortSignal,
  troubled: (error: unknown) => void,
) => AsyncGenerator<TimedEvent>;

/** The server's own runs neither wait behind readers nor take a slot from them. */
export const noQueue: Admission = {
  client: 'preflight',
  async *positions() {},
  isHeavy: false,
  granted: true,
  crowdedOut: false,
  leave: () => undefined,
};

/** What the preflight examines besides running snippets. */
export type ExaminedMachinery = Pick<Machinery, 'mend'> & { host: ExaminedHost };
type ExaminedHost = Pick<
  Host,
  'cgroups' | 'cgroupDetail' | 'memory' | 'disks' | 'diskDetail' | 'mended'
>;

/**
 * Examines everything that a run needs, by running a snippet in each language. If files could not
 * be restored, that is only one of the checks: the runs show whether it matters. Throws if the
 * machine is too busy to say.
 * @param machinery or the reason why there is none
 */
export async function checkHost(
  machinery: ExaminedMachinery | string,
  run: Run,
): Promise<PreflightCheck[]> {
  const isThere = typeof machinery !== 'string';
  const unmended = isThere ? await machinery.mend().then(() => null, faultMessage) : null;
  return [
    required('native AIO', ...checkAio()),
    required('snippet runs', ...(await checkRuns(machinery, run))),
    ...(isThere ? optionalChecks(machinery.host, unmended) : []),
  ];
}

type Finding = [ok: boolean, detail: string, remedy: string];

const required = (name: string, ...[ok, detail, remedy]: Finding): PreflightCheck => ({
  name,
  need: 'required',
  ok,
  detail,
  remedy: ok ? '' : remedy,
});

function checkAio(): Finding {
  const there = existsSync('/proc/sys/fs/aio-max-nr');
  return [
    there,
    there ? 'the kernel has it' : 'the kernel was built without CONFIG_AIO.',
    'Run the server on a kernel with CONFIG_AIO=y.',
  ];
}

/** What is missing breaks a run, or shows at once. What ends after this has met a time limit. */
const slowMs = 4000;

/** Throws if snippets only fail because the machine is busy: runs may wait, and are not refused. */
async function checkRuns(machinery: ExaminedMachinery | string, run: Run): Promise<Finding> {
  if (typeof machinery === 'string') return [false, `${machinery}.`, remedyFor(machinery)];
  const failures = await Promise.all(languages.map((language) => failureOf(language, run)));
  const told = failures.filter((failure) => failure !== null);
  const ok = told.length === 0;
  const detail = ok ? 'compiled, sandboxed and traced' : told.map(({ why }) => why).join('; ');
  if (!ok && told.every(({ isSlow }) => isSlow)) throw new Error(`too slow: ${detail}`);
  return [ok, detail, remedyFor(detail)];
}

interface Failure {
  why: string;
  /** It met a time limit. */
  isSlow: boolean;
}

/** Why snippets in this language do not run, or null. */
async function failureOf(language: Language, run: Run): Promise<Failure | null> {
  const startMs = performance.now();
  const request: RunRequest = { language, source: languageRows[language].probe };
  const troubles: unknown[] = [];
  const troubled = (error: unknown) => void troubles.push(error);
  let last: TimedEvent['event'] | null = null;
  for await (const { event } of run(request, noQueue, AbortSignal.timeout(30_000), troubled))
    last = event;
  if (last?.kind === 'finished' && last.outcome.kind === 'exited' && last.outcome.status === 0)
    return null;
  const behind = troubles.map((error) => withoutPaths(messageOf(error)));
  const why = [`${language}: ${JSON.stringify(last)}`, ...behind].join(' ');
  const isSlow = last?.kind === 'finished' && performance.now() - startMs > slowMs;
  return { why, isSlow };
}

function optionalChecks(host: ExaminedHost, unmended: string | null): PreflightCheck[] {
  return [
    {
      name: 'control groups',
      need: 'optional',
      ok: host.cgroups !== null,
      detail: host.cgroupDetail,
      remedy: host.cgroups
        ? ''
        : 'rlimits hold alone, and some calls are refused. Delegate the cpu, memory and pids controllers to bound runs as a whole.',
    },
    {
      name: 'shared files',
      need: 'optional',
      ok: host.memory.isMemory,
      detail: host.memory.detail,
      remedy: host.memory.isMemory
        ? ''
        : 'Programs can make the disk of WORK_DIR write out. Set it to a tmpfs that is not noexec.',
    },
    checkWorkDirectory(host.mended, unmended),
    {
      name: 'scratch disk',
      need: 'optional',
      ok: host.disks !== null,
      detail: host.diskDetail,
      remedy: host.disks
        ? ''
        : 'Start the server as root with loop devices to offer ext4 (e2fsprogs, mount).',
    },
  ];
}

/** @param unmended why missing files could not be restored, or null */
function checkWorkDirectory(mended: number, unmended: string | null): PreflightCheck {
  const isWhole = mended === 0 && unmended === null;
  return {
    name: 'work directory',
    need: 'optional',
    ok: isWhole,
    detail: unmended ?? (isWhole ? 'nothing was taken from it' : cleanedAway(mended)),
    remedy: isWhole ? '' : 'Set WORK_DIR to a directory with room that no cleaner visits.',
  };
}
