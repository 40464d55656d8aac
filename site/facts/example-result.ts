import type { ExampleFacts } from './example-schema.ts';

/** The gist of an example: `= 1`, `= -1 EBADF`, or `res -EFAULT` if it comes with an event. */
export interface ExampleResult {
  text: string;
  failed: boolean;
}

/**
 * The result with which an example is listed on its call's page: the errno that it proves, in an
 * event or as a result; otherwise the call's first result. Without a call, the first errno, if any.
 */
export function exampleResult(call: string | undefined, facts: ExampleFacts): ExampleResult {
  const { expects, delivers = [], proves } = facts;
  const delivered = delivers.find((res) => typeof res === 'string');
  if (proves.length > 0 && delivered) return { text: `res -${delivered}`, failed: true };
  const own = expects.filter((expected) =>
    call ? expected.call === call : expected.errno !== null,
  );
  const shown = proves.length > 0 ? own.findLast(({ errno }) => errno) : own[0];
  if (!shown) return { text: '', failed: false };
  const { returned, errno } = shown;
  const value = typeof returned === 'number' ? `= ${returned}` : `≥ ${returned.atLeast}`;
  return { text: [value, errno].filter(Boolean).join(' '), failed: errno !== null };
}
