import type { Problem, ProblemCode } from '../problem.ts';

/** The server refused a request before it ran: `code` says why, `message` what to do next. */
export class RunRejected extends Error {
  override readonly name = 'RunRejected';
  readonly problem: Problem;
  /** When to come back, where that helps: with 429 and 503. */
  readonly retryAfterSeconds: number | null;

  constructor(problem: Problem, retryAfterSeconds: number | null) {
    super(`${problem.title}: ${problem.detail}`);
    this.problem = problem;
    this.retryAfterSeconds = retryAfterSeconds;
  }

  /** HTTP status: 422 for what this server does not have, 429 and 503 for now is not the time … */
  get status(): number {
    return this.problem.status;
  }

  get code(): ProblemCode {
    return this.problem.code;
  }
}

/** No server answered, or its answer broke off: how the run ended is not known. */
export class RunBroken extends Error {
  override readonly name = 'RunBroken';
}
