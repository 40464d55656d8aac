import { environmentSchema, fileSystems, statusSchema } from '../../protocol/index.ts';
import type { Environment, RunDemands, Status } from '../../protocol/index.ts';

/** What a runner reports about itself. */
export interface RunnerFacts {
  slots: number;
  /** its runs when it was asked, whoever sent them */
  inside: number;
  /** by the language of the snippet */
  languages: Status['languages'];
  /** file system of a scratch disk, or null if it offers none */
  disk: string | null;
}

/** The machine as such a run sees it there; null if the runner cannot perform it. */
export function environmentOn(
  { languages, disk }: RunnerFacts,
  { language, scratch }: RunDemands,
): Environment | null {
  const environment = languages[language]?.environment ?? null;
  if (scratch === 'tmpfs' || environment === null) return environment;
  if (disk === null) return null;
  return { ...environment, scratch: scratch === 'disk' ? disk : fileSystems[scratch] };
}

export type Probe =
  | { kind: 'up'; facts: RunnerFacts }
  /** It answers, but takes no runs. */
  | { kind: 'unready'; why: string }
  /** Its preflight takes too long; the process itself answers. */
  | { kind: 'slow'; why: string }
  | { kind: 'silent'; why: string };

/** The preflight behind /readyz runs a snippet, which may take a while on a busy runner. */
const probeTimeoutMs = 5000;
/** /healthz does nothing except answer. */
const lifeTimeoutMs = 2000;

/** Asks a runner, through the public contract, whether it is ready and what it offers. */
export async function probeRunner(url: string, timeoutMs = probeTimeoutMs): Promise<Probe> {
  try {
    const ready = await get(url, '/readyz', timeoutMs);
    if (!ready.ok) return { kind: 'unready', why: whyUnready(await ready.json()) };
    const status = statusSchema.parse(await (await get(url, '/api/v1/status')).json());
    const { languages, queue, preflight } = status;
    const hasDisk = preflight.checks.some(({ name, ok }) => name === 'scratch disk' && ok);
    const disk = hasDisk ? await diskScratch(url) : null;
    const inside = queue.running + queue.waiting;
    return { kind: 'up', facts: { slots: queue.slots, inside, languages, disk } };
  } catch (error) {
    const why = reasonOf(error);
    return { kind: (await isAlive(url)) ? 'slow' : 'silent', why };
  }
}

const isAlive = (url: string): Promise<boolean> =>
  get(url, '/healthz', lifeTimeoutMs).then(
    ({ ok }) => ok,
    () => false,
  );

/** The cause of a failed fetch, in a few words. */
export function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { cause } = error;
  if (cause instanceof Error) return (cause as NodeJS.ErrnoException).code ?? cause.message;
  return error.name === 'TimeoutError' ? 'it does not answer in time' : error.message.slice(0, 200);
}

const get = (url: string, path: string, timeoutMs = probeTimeoutMs): Promise<Response> =>
  fetch(new URL(path, url), { signal: AbortSignal.timeout(timeoutMs) });

async function diskScratch(url: string): Promise<string> {
  const response = await get(url, '/api/v1/environment?scratch=disk');
  return environmentSchema.parse(await response.json()).scratch;
}

/** The failed checks in the body of a negative /readyz, as far as they can be read. */
function whyUnready(body: unknown): string {
  const { checks } = body as { checks?: { name: string; need: string; ok: boolean }[] };
  const lacking = checks?.filter(({ need, ok }) => need === 'required' && !ok) ?? [];
  return `not ready: ${lacking.map(({ name }) => name).join(', ') || 'it does not say why'}`;
}
