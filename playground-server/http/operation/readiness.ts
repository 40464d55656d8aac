import type { Engine, PreflightCheck } from '../../run/engine.ts';

export interface ReadinessReport {
  ready: boolean;
  /** ISO 8601 */
  checkedAt: string;
  checks: PreflightCheck[];
}

/** Limits how often the host is examined; milliseconds. */
export interface ReadinessTimes {
  /**
   * How long a report stays valid, so that a probe every second does not start a sandbox every
   * second.
   */
  freshMs: number;
  /**
   * Pause after a preflight that did not finish; doubles with each further one, up to
   * `longestPauseMs`.
   */
  pauseMs: number;
  longestPauseMs: number;
}

const standardTimes: ReadinessTimes = { freshMs: 10_000, pauseMs: 1000, longestPauseMs: 60_000 };

/** An examination, and how long no other is started: indefinitely while it is in progress. */
interface Examination {
  report: Promise<ReadinessReport>;
  freshUntilMs: number;
}

/** What this host lacks to run snippets; examined again, since operators mend things. */
export class Readiness {
  readonly #engine: Pick<Engine, 'preflight'>;
  readonly #troubled: (error: unknown) => void;
  readonly #times: ReadinessTimes;
  readonly #nowMs: () => number;
  #last: Examination | null = null;
  #wasReady = false;
  #brokenOff = 0;
  #isEnding = false;

  /** @param troubled receives the error when a preflight does not finish */
  constructor(
    engine: Pick<Engine, 'preflight'>,
    troubled: (error: unknown) => void,
    times: Partial<ReadinessTimes> = {},
    nowMs: () => number = () => performance.now(),
  ) {
    this.#engine = engine;
    this.#troubled = troubled;
    this.#times = { ...standardTimes, ...times };
    this.#nowMs = nowMs;
  }

  /** From now on, no report says that it is ready. */
  end(): void {
    this.#isEnding = true;
  }

  /** The last report while it is fresh, otherwise a new one. Never rejects. */
  report(): Promise<ReadinessReport> {
    if (this.#isEnding) return Promise.resolve(reportOf(ending));
    if (this.#last && this.#nowMs() < this.#last.freshUntilMs) return this.#last.report;
    this.#last = { report: this.#examine(), freshUntilMs: Infinity };
    return this.#last.report;
  }

  /**
   * Required checks that a fresh report found to fail, and that therefore keep runs out. A host
   * that was ready when last examined is not examined again before each run. A preflight that did
   * not finish refuses nothing, because it does not say that any check fails; nor does a server that
   * is ending, whose queue has a better answer.
   */
  async lacking(): Promise<PreflightCheck[]> {
    if (this.#wasReady || this.#isEnding) return [];
    const { checks } = await this.report();
    return checks.filter((check) => isLacking(check) && check !== brokenOff);
  }

  async #examine(): Promise<ReadinessReport> {
    try {
      const checks = await this.#engine.preflight();
      this.#brokenOff = 0;
      this.#wasReady = !checks.some(isLacking);
      this.#keepFor(this.#times.freshMs);
      return { ready: this.#wasReady, checkedAt: new Date().toISOString(), checks };
    } catch (error) {
      this.#troubled(error);
      const { pauseMs, longestPauseMs } = this.#times;
      this.#keepFor(Math.min(pauseMs * 2 ** this.#brokenOff++, longestPauseMs));
      return reportOf(brokenOff);
    }
  }

  #keepFor(ms: number): void {
    if (this.#last) this.#last.freshUntilMs = this.#nowMs() + ms;
  }
}

/** A report that only says why it is not ready. */
const reportOf = (check: PreflightCheck): ReadinessReport => ({
  ready: false,
  checkedAt: new Date().toISOString(),
  checks: [check],
});

const isLacking = (check: PreflightCheck) => check.need === 'required' && !check.ok;

/** Reported from the signal to end until the end. */
const ending: PreflightCheck = {
  name: 'shutdown',
  need: 'required',
  ok: false,
  detail: 'The server lets its runs end, and takes no new ones.',
  remedy: 'Start it again.',
};

/** Reported for a preflight that did not finish. */
const brokenOff: PreflightCheck = {
  name: 'preflight',
  need: 'required',
  ok: false,
  detail: 'It stopped before everything had been checked.',
  remedy: "The server's log says why; the preflight is repeated automatically.",
};
