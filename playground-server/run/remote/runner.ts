import { probeRunner, type Probe, type RunnerFacts } from './runner-facts.ts';

/** Unanswered probes in a row before the runs on a runner are given up. */
const silencesUntilLost = 2;

/** A runner from a web instance's point of view. */
export class Runner {
  readonly url: string;
  readonly #probeTimeoutMs: number | undefined;
  #state: Probe = { kind: 'unready', why: 'not asked yet' };
  #silences = 0;
  #lost = new AbortController();
  /** runs that this web instance has there */
  #own = 0;
  /** runs of others at the last probe */
  #others = 0;
  #busyUntilMs = 0;

  /** @param probeTimeoutMs how long it may take to answer a probe */
  constructor(url: string, probeTimeoutMs?: number) {
    this.url = url;
    this.#probeTimeoutMs = probeTimeoutMs;
  }

  /** Its last report, while it takes runs; otherwise null. */
  get facts(): RunnerFacts | null {
    return this.#state.kind === 'up' ? this.#state.facts : null;
  }

  /** Why it takes no runs; empty while it does. */
  get why(): string {
    return this.#state.kind === 'up' ? '' : this.#state.why;
  }

  /** Aborts when the runner is considered gone, which a half-open connection would not reveal. */
  get lost(): AbortSignal {
    return this.#lost.signal;
  }

  /** Runs per slot; those of others as of the last probe. */
  get load(): number {
    return (this.#own + this.#others) / (this.facts?.slots ?? 1);
  }

  get isBusy(): boolean {
    return performance.now() < this.#busyUntilMs;
  }

  async probe(): Promise<void> {
    const found = await probeRunner(this.url, this.#probeTimeoutMs);
    this.#silences = found.kind === 'silent' ? this.#silences + 1 : 0;
    if (found.kind === 'up') this.#others = Math.max(0, found.facts.inside - this.#own);
    const isGone = this.#silences >= silencesUntilLost;
    // A busy runner keeps its known state; so does one that has missed a single probe.
    const isMoment = found.kind === 'slow' || (found.kind === 'silent' && !isGone);
    if (isMoment && this.facts) return;
    this.#state = found;
    if (isGone) this.#loseRuns(this.why);
  }

  /** A request went unanswered: no other run goes there before the next probe is answered. */
  suspect(why: string): void {
    if (this.facts) this.#state = { kind: 'silent', why };
  }

  /** It is too busy for the moment; the queue here continues without it. */
  rest(ms: number): void {
    this.#busyUntilMs = performance.now() + ms;
  }

  /** Counts one run as being there, until the returned function is called. */
  occupy(): () => void {
    this.#own += 1;
    return () => void (this.#own -= 1);
  }

  #loseRuns(why: string): void {
    this.#lost.abort(new Error(why));
    this.#lost = new AbortController();
  }
}
