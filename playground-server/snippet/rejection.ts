import type { ProblemCode } from '../protocol/index.ts';

/** Why a request is refused before it runs: a code of the closed list, and what to do next. */
export interface Rejection {
  kind: 'rejection';
  code: ProblemCode;
  detail: string;
  retryAfterSeconds?: number;
  /** runs that wait, where the queue is full */
  waiting?: number;
}

/** @param detail what is wrong, and what to do next */
export function reject(code: ProblemCode, detail: string): Rejection {
  return { kind: 'rejection', code, detail };
}

/** What the request said, in quotes and short: an answer must not grow with what was sent. */
export function quote(text: string): string {
  const characters = [...text.slice(0, 82)];
  return JSON.stringify(characters.length > 40 ? `${characters.slice(0, 40).join('')}…` : text);
}
