import assert from 'node:assert/strict';
import { captureOf } from '../../decode/capture/capture-of.ts';
import { x86_64 } from '../../decode/abi/x86-64.ts';
import { stackTake } from '../../decode/capture/takes.ts';
import { SandboxFailed } from '../../sandbox/sandbox-failed.ts';
import { Image } from './image.ts';
import { TakeRenderer } from './render-takes.ts';
import { renderSteps, type Step } from './steps.ts';
import { Words } from './words.ts';

/** Version of what the server and the agent tell each other; agent/agent.h. */
export const protocolVersion = 7;

/** Where the agent has a job, and what it is answered; agent/agent.h. */
const jobAddress = 0x1_0000_0000;
export const mostJobBytes = 16 * 1024 * 1024;
const answerAddress = jobAddress + mostJobBytes;
const mostAnswerBytes = 32 * 1024;

/** `no_call` of agent.h. */
const noCall = 511;

/** A call at which the agent stops the program. */
export interface PlannedCall {
  name: string;
  nr: number;
  /** Whether it is recorded, or only changes what the agent has to know. */
  isTold: boolean;
  /** whether it is on no tape, so that nobody asks where it was made */
  isFollowed: boolean;
  /** whether the server is asked before it is made */
  asks: boolean;
  isWait: boolean;
  addsFilter: boolean;
  /** code may be somewhere else after it */
  movesCode: boolean;
  /** whether signals that its thread ignores are kept from it */
  isQuiet: boolean;
}

/** What a machine is to do: agent/agent.h has its layout. */
export interface Job {
  /** what the process that becomes the program does */
  steps: readonly Step[];
  calls: readonly PlannedCall[];
  /** whether it is told on which files descriptors are open */
  namesFiles: boolean;
}

/** A job as the agent reads it from its block device, and the books of its notes by their numbers. */
export interface RenderedJob {
  bytes: Buffer;
  books: readonly string[];
}

const planBytes = 40;
const headBytes = 24 + (noCall + 1) * planBytes;

export function renderJob({ steps, calls, namesFiles }: Job): RenderedJob {
  const image = new Image(jobAddress, headBytes);
  const takes = new TakeRenderer(image, namesFiles);
  const plans: Buffer[] = Array.from({ length: noCall + 1 }, () => Buffer.alloc(planBytes));
  for (const { name, nr, isTold, isFollowed, ...flags } of calls) {
    assert(nr < noCall, name);
    const { entry, exit, descriptors } = captureOf(name, x86_64);
    const { asks, isWait, addsFilter, movesCode, isQuiet } = flags;
    const placed = isFollowed ? entry.filter((take) => take !== stackTake) : entry;
    const words = new Words()
      .long(isTold ? takes.takes(placed, descriptors) : 0)
      .long(isTold ? takes.takes(exit) : 0);
    for (const flag of [asks, isWait, addsFilter, movesCode, isQuiet]) words.int(flag ? 1 : 0);
    words.int(0);
    plans[nr] = words.bytes();
  }
  const head = new Words()
    .long(protocolVersion)
    .long(image.place(renderSteps(steps, image)))
    .long(takes.takes([stackTake]));
  const bytes = image.bytes(Buffer.concat([head.bytes(), ...plans]));
  if (bytes.length > mostJobBytes)
    throw new SandboxFailed('the program is too large for a machine');
  return { bytes, books: takes.books };
}

/** What the agent is to do about the thread for which it asks. */
export function renderAnswer(steps: readonly Step[]): Buffer {
  const wordBytes = 8;
  const stepWords = 8;
  const image = new Image(answerAddress, wordBytes * (1 + stepWords * steps.length));
  const bytes = image.bytes(renderSteps(steps, image));
  assert(bytes.length <= mostAnswerBytes, 'an answer is too long');
  return Buffer.concat([new Words().long(bytes.length).bytes(), bytes]);
}
