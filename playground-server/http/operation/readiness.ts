import type { Engine, PreflightCheck } from '../../run/engine.ts';

export interface ReadinessReport {
  ready: boolean;
  /** ISO 8601 */
  checkedAt: string;
  checks: PreflightCheck[];
}

/** How often the host is examined at most; milliseconds. */
export interface ReadinessTimes {
  /** A report holds for so long: a probe every second must not start a sandbox every second. */
  freshMs: number;
  /** After a preflight that broke off; doubled with each that follows, up to `longestPauseMs`. */
  pauseMs: number;
  longestPauseMs: number;
}

const standardTimes: ReadinessTimes = { freshMs: 10_000, pauseMs: 1000, longestPauseMs: 60_000 };

/** An examination, and until when nobody starts another: for ever while it is under way. */
interface Examination {
  report: Promise<ReadinessReport>;
  freshUntilMs: number;
}

/** What this host lacks to run snippets; looked at again as the operator mends it. */
export class Readiness {
  readonly #engine: Pick<Engine, 'preflight'>;
  readonly #troubled: (error: unknown) => void;
  readonly #times: ReadinessTimes;
  readonly #nowMs: () => number;
  #last: Examination | null = null;
  #wasReady = false;
  #brokenOff = 0;

  /** @param troubled hears why a preflight broke off */
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

  /** The last report while it is fresh, or a new one. Never rejects. */
  report(): Promise<ReadinessReport> {
    if (this.#last && this.#nowMs() < this.#last.freshUntilMs) return this.#last.report;
    this.#last = { report: this.#examine(), freshUntilMs: Infinity };
    return this.#last.report;
  }

  /**
   * Required checks that keep runs out: those of a fresh report. A host that was ready when it was
   * last examined is not examined before each run, and a preflight that broke off refuses nothing:
   * it says of no check that it fails.
   */
  async lacking(): Promise<PreflightCheck[]> {
    if (this.#wasReady) return [];
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
      return { ready: false, checkedAt: new Date().toISOString(), checks: [brokenOff] };
    }
  }

  #keepFor(ms: number): void {
    if (this.#last) this.#last.freshUntilMs = this.#nowMs() + ms;
  }
}

const isLacking = (check: PreflightCheck) => check.need === 'required' && !check.ok;

/** What is told of a preflight that could not be carried through. */
const brokenOff: PreflightCheck = {
  name: 'preflight',
  need: 'required',
  ok: false,
  detail: 'It broke off before it had looked at everything.',
  remedy: "The server's log says why; it is tried again by itself.",
};
