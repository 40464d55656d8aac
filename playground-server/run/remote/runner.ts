import { probeRunner, type Probe, type RunnerFacts } from './runner-facts.ts';

/** Probes in a row that must stay without an answer before the runs on a runner are given up. */
const silencesUntilLost = 2;

/** A runner as a web instance knows it. */
export class Runner {
  readonly url: string;
  readonly #probeTimeoutMs: number | undefined;
  #state: Probe = { kind: 'unready', why: 'not asked yet' };
  #silences = 0;
  #lost = new AbortController();
  /** runs that this web instance has there */
  #own = 0;
  /** of the runs that were there at the last probe, those of others */
  #others = 0;
  #busyUntilMs = 0;

  /** @param probeTimeoutMs how long it has to answer a probe */
  constructor(url: string, probeTimeoutMs?: number) {
    this.url = url;
    this.#probeTimeoutMs = probeTimeoutMs;
  }

  /** What it said last, while it takes runs; else null. */
  get facts(): RunnerFacts | null {
    return this.#state.kind === 'up' ? this.#state.facts : null;
  }

  /** Why it takes no runs; empty while it does. */
  get why(): string {
    return this.#state.kind === 'up' ? '' : this.#state.why;
  }

  /** Aborts when the runner is taken for gone, which a half-open connection would not tell. */
  get lost(): AbortSignal {
    return this.#lost.signal;
  }

  /** Runs for each slot; others' as of the last probe. */
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
    // A busy runner goes on as it was known; so does one that missed a single probe.
    const isMoment = found.kind === 'slow' || (found.kind === 'silent' && !isGone);
    if (isMoment && this.facts) return;
    this.#state = found;
    if (isGone) this.#loseRuns(this.why);
  }

  /** A request got no answer: no further run goes there before the next probe is answered. */
  suspect(why: string): void {
    if (this.facts) this.#state = { kind: 'silent', why };
  }

  /** It has too much to do for the moment; the queue here goes on without it. */
  rest(ms: number): void {
    this.#busyUntilMs = performance.now() + ms;
  }

  /** Counts one run as being there, until the answer is called. */
  occupy(): () => void {
    this.#own += 1;
    return () => void (this.#own -= 1);
  }

  #loseRuns(why: string): void {
    this.#lost.abort(new Error(why));
    this.#lost = new AbortController();
  }
}
