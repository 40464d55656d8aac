import { SandboxFailed } from '../../sandbox/sandbox-failed.ts';
import { withoutPaths } from '../fault-message.ts';

const reasonLength = 200;

/** The kernel has ended, or has given up: it does not boot on this host. */
export class DoesNotBoot extends SandboxFailed {
  /** what its console says about it, for public reports */
  readonly reason: string;

  constructor(said: string) {
    super(`the kernel did not start: ${said}`);
    this.reason = reasonIn(said);
  }
}

/** kernel/panic.c; a user-mode Linux may stay for a while after it. */
const panic = /Kernel panic[^\n]*\n/;

export const hasPanicked = (said: string): boolean => panic.test(said);

function reasonIn(said: string): string {
  const line = panic.exec(said)?.[0] ?? said.trimEnd().split('\n').at(-1) ?? '';
  const words = withoutPaths(line.replace(/[^\x21-\x7e]+/g, ' ')).trim();
  return words.slice(0, reasonLength) || 'It ended and said nothing.';
}
