import assert from 'node:assert/strict';
import { syscallNumber } from '../../decode/syscall-name.ts';
import type { Image, Word } from './image.ts';
import { Words } from './words.ts';

/** A system call that the agent or its program makes for the server: `struct step` of agent.h. */
export interface Step {
  call: string;
  args: readonly Word[];
  /** there may be nothing to do it to */
  mayFail?: true;
}

export const step = (call: string, ...args: readonly Word[]): Step => ({ call, args });

const mostArguments = 6;

/** `struct steps` of agent.h. */
export function renderSteps(steps: readonly Step[], image: Image): Buffer {
  const words = new Words().long(steps.length);
  for (const { call, args, mayFail } of steps) {
    const number = syscallNumber(call);
    assert(number !== null, call);
    const [first] = args;
    const what = typeof first === 'string' ? `${call} ${first}` : call;
    words.long(mayFail ? 0 : image.word(what)).long(number);
    for (let index = 0; index < mostArguments; index++) words.long(image.word(args[index] ?? 0));
  }
  return words.bytes();
}
