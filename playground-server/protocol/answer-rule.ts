import { z } from 'zod';
import { rulableCalls, type RulableCall } from './rulable-call.ts';

/** Calls that take a count, and give at most so many; and those of them that give events. */
const waitingCalls: readonly RulableCall[] = ['io_getevents', 'io_pgetevents'];
const countingCalls: readonly RulableCall[] = [
  'io_submit',
  ...waitingCalls,
  'read',
  'write',
  'pread64',
  'pwrite64',
];

const number = z.int().min(1).max(1_000_000);

/**
 * An answer that a reader asks for in place of the kernel's, from one call of a name to another. What
 * it gives is one of three: an errno, which the kernel is not asked for; a count, which the kernel is
 * asked not to exceed; or the `res` of an event, which replaces the one that the kernel gave.
 */
export const answerRuleSchema = z
  .strictObject({
    call: z
      .enum(rulableCalls)
      .describe('a call of native AIO; or, if "tape" is "files" or "all", one on files'),
    from: number
      .optional()
      .describe('the first call of that name that it answers, or the first event; 1 unless told'),
    to: number.optional().describe('the last one; unless told, all that follow are answered'),
    every: number.optional().describe('from the first on, only each so many-th; 1 unless told'),
    errno: z
      .string()
      .optional()
      .describe('the call is not made, and fails with this errno, by its name'),
    returned: z
      .int()
      .min(0)
      .max(1_000_000)
      .optional()
      .describe(
        'io_submit takes at most so many iocbs, io_getevents gives at most so many events, even if fewer than it was to wait for; read and write move at most so many bytes',
      ),
    event: z
      .strictObject({
        res: z.int().min(-4095).max(0x7fff_ffff).optional(),
        errno: z.string().optional().describe('the same by the name of an errno, which is negated'),
      })
      .optional()
      .describe('"res" of the event in place of the kernel\'s'),
  })
  .check(({ value: { call, from = 1, to = from, errno, returned, event }, issues }) => {
    const wrong = (message: string) => issues.push({ code: 'custom', message, input: call });
    const given = [errno, returned, event].filter((each) => each !== undefined);
    if (given.length !== 1) wrong('it needs one of "errno", "returned", "event"');
    else if (to < from) wrong(`it ends at ${to}, before it begins, at ${from}`);
    else if (returned !== undefined && !countingCalls.includes(call))
      wrong(`${call} counts nothing; "returned" is for ${countingCalls.join(', ')}`);
    else if (event && (event.res === undefined) === (event.errno === undefined))
      wrong('"event" needs one of "res", "errno"');
    else if (event !== undefined && !waitingCalls.includes(call))
      wrong(`${call} gives no events; "event" is for ${waitingCalls.join(', ')}`);
  })
  .meta({ id: 'AnswerRule' });

export type AnswerRule = z.infer<typeof answerRuleSchema>;
