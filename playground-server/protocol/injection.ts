import type { AnswerRule } from './answer-rule.ts';

/**
 * Answers by rule as strace(1) has them behind --inject: `io_submit:error=EAGAIN:when=2+`. Beside its
 * `error`, `retval` and `when`, there is `event`, the `res` of an event or the errno in it:
 * `io_getevents:event=EIO:when=1`.
 */
export function printInjection({ call, errno, returned, event, ...range }: AnswerRule): string {
  const when = printWhen(range);
  return [
    call,
    ...(errno === undefined ? [] : [`error=${errno}`]),
    ...(returned === undefined ? [] : [`retval=${returned}`]),
    ...(event === undefined ? [] : [`event=${event.errno ?? event.res}`]),
    ...(when === '' ? [] : [`when=${when}`]),
  ].join(':');
}

/**
 * What somebody wrote, unchecked: where it is no rule, the server says what is wrong with it, as
 * with one that was written as JSON.
 */
export function readInjection(text: string): AnswerRule {
  const [call = '', ...pieces] = text.trim().split(':');
  const fields = pieces.map((piece) => {
    const [name = '', value = ''] = piece.split(/=(.*)/s);
    return (readers[name] ?? ((given) => ({ [name]: given })))(value);
  });
  return Object.assign({ call }, ...fields) as AnswerRule;
}

type Range = Pick<AnswerRule, 'from' | 'to' | 'every'>;

function printWhen({ from = 1, to, every = 1 }: Range): string {
  if (to === from) return String(from);
  const step = every === 1 ? '' : every;
  if (to !== undefined) return `${from}..${to}${step && `+${step}`}`;
  return from === 1 && every === 1 ? '' : `${from}+${step}`;
}

function readWhen(text: string): unknown {
  const [, from, last, plus, step] = /^(\d+)(?:\.\.(\d+))?(?:(\+)(\d*))?$/.exec(text) ?? [];
  if (from === undefined) return { from: text };
  const isOne = last === undefined && plus === undefined;
  return {
    from: Number(from),
    ...(isOne ? { to: Number(from) } : last !== undefined && { to: Number(last) }),
    ...(step && { every: Number(step) }),
  };
}

const readers: Readonly<Record<string, (value: string) => unknown>> = {
  error: (value) => ({ errno: value }),
  retval: (value) => ({ returned: numberOr(value) }),
  event: (value) => ({
    event: /^-?\d+$/.test(value) ? { res: Number(value) } : { errno: value.replace(/^-/, '') },
  }),
  when: readWhen,
};

const numberOr = (text: string): number | string => (/^\d+$/.test(text) ? Number(text) : text);
