import type { ProblemCode } from '../protocol/index.ts';

/** Why a request is rejected before it runs: a code from the closed list, and what to do next. */
export interface Rejection {
  kind: 'rejection';
  code: ProblemCode;
  detail: string;
  retryAfterSeconds?: number;
  /** number of waiting runs, if the queue is full */
  waiting?: number;
}

/** @param detail what is wrong, and what to do next */
export function reject(code: ProblemCode, detail: string): Rejection {
  return { kind: 'rejection', code, detail };
}

/** What the request said, quoted and shortened: an answer must not grow with what was sent. */
export function quote(text: string): string {
  const characters = [...text.slice(0, 82)];
  return JSON.stringify(characters.length > 40 ? `${characters.slice(0, 40).join('')}…` : text);
}
