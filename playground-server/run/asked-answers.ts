import type { AnswerRule, RunRequest } from '../protocol/index.ts';
import { errnos } from '../uapi/errno-table.ts';

/** The answers that a reader asks for in place of the kernel's. */
export interface AskedAnswers {
  /** errnos of the calls that are refused as a whole, by name */
  refusals: ReadonlyMap<string, number>;
  answers: readonly AnswerRule[];
}

/** What a request says of who answers its calls. */
export const askedAnswers = ({ conditions }: RunRequest): AskedAnswers => ({
  refusals: new Map(
    Object.entries(conditions?.refuse ?? {}).map(([call, errno]) => [call, errnos[errno]]),
  ),
  answers: conditions?.answer ?? [],
});
