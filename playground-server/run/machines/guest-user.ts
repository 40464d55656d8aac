import { step, type Step } from './steps.ts';
import { Words } from './words.ts';

/** linux/prctl.h and linux/capability.h */
const [PR_CAPBSET_DROP, PR_SET_NO_NEW_PRIVS] = [24, 38];
const capabilityVersion = 0x2008_0522;

/** Of linux/capability.h, what root keeps: nothing of it leads to the agent, to a device or to the kernel's settings. */
const kept = {
  CAP_CHOWN: 0,
  CAP_DAC_OVERRIDE: 1,
  CAP_FOWNER: 3,
  CAP_FSETID: 4,
  CAP_KILL: 5,
  CAP_SETGID: 6,
  CAP_SETUID: 7,
  CAP_LINUX_IMMUTABLE: 9,
  CAP_IPC_LOCK: 14,
  CAP_SYS_NICE: 23,
  CAP_SYS_RESOURCE: 24,
} as const;

const keptNumbers: readonly number[] = Object.values(kept);
const keptMask = keptNumbers.reduce((mask, capability) => mask | (1 << capability), 0);

/** As many as the kernel has numbers for. */
const others = Array.from({ length: 64 }, (_, capability) => capability).filter(
  (capability) => !keptNumbers.includes(capability),
);

/** What the process that becomes the program does to be a user who cannot be more. */
export const becomeUser = (user: number): Step[] => [
  ...others.map((capability): Step => {
    return { ...step('prctl', PR_CAPBSET_DROP, capability), mayFail: true };
  }),
  step('prctl', PR_SET_NO_NEW_PRIVS, 1),
  step(
    'capset',
    new Words().int(capabilityVersion).int(0).bytes(),
    // Effective, permitted, inheritable; the same for those above 31.
    new Words().int(keptMask).int(keptMask).int(0).int(0).int(0).int(0).bytes(),
  ),
  // Any user but root loses the capabilities with it.
  ...(user === 0
    ? []
    : [
        step('setgroups', 0, 0),
        step('setresgid', user, user, user),
        step('setresuid', user, user, user),
      ]),
];
