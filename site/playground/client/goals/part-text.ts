import type { GoalPart, Range, SeenPattern } from '../../../facts/goals/goal-pattern-schema.ts';
import type { Words } from '../../../words/words.ts';

/** What a part asks for, as the end of a sentence; code stands between backquotes. */
export function partText(part: GoalPart, words: Words): string {
  const { say } = words;
  if ('never' in part) return say('goal.part.never', { part: seenText(part.never, words) });
  if ('kernel' in part) return say('goal.part.kernel', { kernel: part.kernel });
  if ('ends' in part) {
    const { ends } = part;
    if ('signal' in ends) return say('goal.part.signal', { signal: code(ends.signal) });
    return ends.status === undefined
      ? say('goal.part.exits')
      : say('goal.part.exitsWith', { status: ends.status });
  }
  const text = seenText(part, words);
  if (part.times === undefined) return text;
  return say('goal.part.times', { part: text, times: rangeText(part.times, words) });
}

function seenText(pattern: SeenPattern, words: Words): string {
  const { say } = words;
  if ('call' in pattern) {
    const { call, of, returned, errno } = pattern;
    const name = code(call);
    const who = of ? say('goal.callOf', { call: name, opcode: opcode(of) }) : name;
    if (errno !== undefined) return say('goal.part.fails', { who, errno: code(errno) });
    if (returned === undefined) return say('goal.part.made', { who });
    return say('goal.part.returns', { who, value: rangeText(returned, words) });
  }
  const { of, res, errno } = pattern.event;
  const who = of ? say('goal.eventOf', { opcode: opcode(of) }) : say('goal.event');
  if (errno !== undefined) return say('goal.part.delivers', { who, value: code(errno) });
  if (res === undefined) return say('goal.part.fetched', { who });
  return say('goal.part.delivers', { who, value: rangeText(res, words) });
}

const code = (name: string): string => `\`${name}\``;
const opcode = (name: string): string => code(`IOCB_CMD_${name}`);

/** A number, or its bounds, with the sign that print uses. */
function rangeText(range: Range, { say }: Words): string {
  const printed = (number: number) => String(number).replace('-', '−');
  if (typeof range === 'number') return printed(range);
  const { atLeast, atMost } = range;
  if (atLeast === undefined) return say('goal.atMost', { value: printed(atMost ?? 0) });
  if (atMost === undefined) return say('goal.atLeast', { value: printed(atLeast) });
  return `${printed(atLeast)}–${printed(atMost)}`;
}
