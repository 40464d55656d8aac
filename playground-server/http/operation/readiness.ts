import type { Engine, PreflightCheck } from '../../run/engine.ts';

export interface ReadinessReport {
  ready: boolean;
  /** ISO 8601 */
  checkedAt: string;
  checks: PreflightCheck[];
}

/** A probe every second must not start a sandbox every second. */
const freshStandardMs = 10_000;

/** What this host lacks to run snippets; looked at again as the operator mends it. */
export class Readiness {
  readonly #engine: Pick<Engine, 'preflight'>;
  readonly #freshMs: number;
  readonly #nowMs: () => number;
  #report: Promise<ReadinessReport> | undefined;
  #checkedAtMs = -Infinity;

  /** @param freshMs how long a report holds */
  constructor(
    engine: Pick<Engine, 'preflight'>,
    freshMs = freshStandardMs,
    nowMs: () => number = () => performance.now(),
  ) {
    this.#engine = engine;
    this.#freshMs = freshMs;
    this.#nowMs = nowMs;
  }

  /** The last report while it is fresh, or a new one. */
  report(): Promise<ReadinessReport> {
    if (this.#report && this.#nowMs() - this.#checkedAtMs < this.#freshMs) return this.#report;
    this.#checkedAtMs = this.#nowMs();
    this.#report = this.#check();
    return this.#report;
  }

  /** Required checks that fail. A host that was ready once is not examined before each run. */
  async lacking(): Promise<PreflightCheck[]> {
    const last = await (this.#report ?? this.report());
    const { checks } = last.ready ? last : await this.report();
    return checks.filter(isLacking);
  }

  async #check(): Promise<ReadinessReport> {
    const checks = await this.#engine.preflight();
    return { ready: !checks.some(isLacking), checkedAt: new Date().toISOString(), checks };
  }
}

const isLacking = (check: PreflightCheck) => check.need === 'required' && !check.ok;
