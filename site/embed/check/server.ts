import { setTimeout } from 'node:timers/promises';
import type { Check } from '../../../playground-server/protocol/check.ts';
import type { Problem } from '../../../playground-server/protocol/problem.ts';
import type { RunRequest } from '../../../playground-server/protocol/run-request.ts';
import type { SiteNames } from '../site-names.ts';

/** The server could not be asked: nothing is known about the pages. */
export class Unanswered extends Error {
  override readonly name = 'Unanswered';
}

/** No answer takes longer: compilers have eight seconds, and may have to wait. */
const patienceMs = 60_000;
/** How often a check is sent again that came too often or too many at once. */
const mostAttempts = 20;

/** What the command asks of a live-man server. */
export interface Server {
  names(): Promise<SiteNames>;
  /** Compiles a snippet, and waits for its turn where the server says so. */
  check(request: RunRequest): Promise<Check>;
}

/**
 * @param say hears a sentence when it takes longer
 * @throws Unanswered from each, where there is no answer
 */
export function serverAt(address: URL, say: (sentence: string) => void): Server {
  const ask = async (path: string, init?: RequestInit): Promise<Response> => {
    try {
      const signal = AbortSignal.timeout(patienceMs);
      return await fetch(new URL(path, address), { ...init, signal });
    } catch (error) {
      const { message, cause } = error as Error;
      const reason = cause instanceof Error && cause.message ? cause.message : message;
      throw new Unanswered(`No answer from ${address.origin}: ${reason}.`);
    }
  };
  return {
    async names() {
      const response = await ask('/embed/names.json');
      if (!response.ok)
        throw new Unanswered(
          `${address.origin} is no live-man server, or one that is older than this command.`,
        );
      return (await response.json()) as SiteNames;
    },
    async check(request) {
      for (let attempt = 1; ; attempt++) {
        const response = await ask('/api/v1/checks', {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify(request),
        });
        if (response.ok) return (await response.json()) as Check;
        const seconds = Number(response.headers.get('retry-after'));
        if (!(seconds > 0) || attempt === mostAttempts)
          throw new Unanswered(await refusal(response));
        if (seconds > 5) say(`${address.origin} asks to wait ${seconds} s before the next check.`);
        await setTimeout(seconds * 1000);
      }
    },
  };
}

async function refusal(response: Response): Promise<string> {
  const problem = (await response.json().catch(() => ({}))) as Partial<Problem>;
  const { title = `HTTP ${response.status}`, detail = '' } = problem;
  return `The server refuses to check: ${title}. ${detail}`.trim();
}
