import { printInjection, readInjection } from '../../../../playground-server/protocol/injection.ts';
import { refusableCalls } from '../../../../playground-server/protocol/refusable-call.ts';
import type { Conditions, User } from '../../../../playground-server/protocol/index.ts';
import { scratches, type Scratch } from '../../../../playground-server/protocol/scratch.ts';
import { usualUser } from '../../../../playground-server/protocol/user.ts';

/** Names of the controls: one for each condition, and one for each call that can be refused. */
export const controlNames = {
  memory: 'addressSpaceMiB',
  scratch: 'scratch',
  refuse: 'refuse-',
  answer: 'answer',
};

/** A run works in memory unless it asks for something else. */
export const isOnDisk = (scratch: Scratch | undefined): scratch is Exclude<Scratch, 'tmpfs'> =>
  scratch !== undefined && scratch !== 'tmpfs';

/**
 * The conditions that a form asks for, by the names of its controls; undefined when it asks for
 * none. What the reader typed is passed on unchecked: the server says what is wrong with it.
 */
export function readConditions(value: (name: string) => string): Conditions | undefined {
  const memory = value(controlNames.memory).trim();
  const scratch = scratches.find((each) => each === value(controlNames.scratch));
  const refusals = refusableCalls.flatMap((call) => {
    const errno = value(controlNames.refuse + call);
    return errno ? [[call, errno]] : [];
  });
  const rules = value(controlNames.answer)
    .split('\n')
    .filter((line) => line.trim() !== '');
  const conditions = {
    ...(memory && { addressSpaceMiB: Number(memory) }),
    ...(refusals.length > 0 && { refuse: Object.fromEntries(refusals) }),
    ...(rules.length > 0 && { answer: rules.map(readInjection) }),
    ...(isOnDisk(scratch) && { scratch }),
  };
  return Object.keys(conditions).length > 0 ? conditions : undefined;
}

/** The same conditions with another user, who is chosen beside the kernel. */
export function withUser(conditions: Conditions | undefined, user: User): Conditions | undefined {
  const { user: _, ...others } = conditions ?? {};
  const all = { ...others, ...(user !== usualUser && { user }) };
  return Object.keys(all).length > 0 ? all : undefined;
}

/** Whether two sets of conditions are equivalent; a run has tmpfs anyway. */
export function areSameConditions(a: Conditions | undefined, b: Conditions | undefined): boolean {
  const key = ({
    addressSpaceMiB,
    refuse = {},
    answer = [],
    scratch,
    user = usualUser,
  }: Conditions = {}) =>
    JSON.stringify([
      addressSpaceMiB,
      refusableCalls.map((call) => refuse[call]),
      answer.map(printInjection),
      isOnDisk(scratch) ? scratch : undefined,
      user,
    ]);
  return key(a) === key(b);
}
