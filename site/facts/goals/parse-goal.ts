import type { GoalPart, GoalPattern, Range, SeenPattern } from './goal-pattern-schema.ts';
import { opcodes } from './opcode-table.ts';

/** The names that a goal may use: those that the manual has pages for. */
export interface KnownNames {
  calls: readonly string[];
  errnos: readonly string[];
}

/** What is wrong with a spelling. */
export const spellingProblems = ['part', 'call', 'errno', 'opcode', 'value', 'rest'] as const;

/** Thrown for a goal that is misspelt. */
export class GoalSpellingError extends Error {
  readonly problem: (typeof spellingProblems)[number];
  /** The words in question, as they were written. */
  readonly words: string;

  constructor(problem: (typeof spellingProblems)[number], words: string) {
    super(`${problem}: ${words}`);
    this.problem = problem;
    this.words = words;
  }
}

/**
 * Reads the short spelling of a goal, such as `io_submit = EAGAIN`. Parts stand between commas, or
 * between `then` where their order matters:
 *
 *     io_submit = 2                     a call that returns this; also >=, <=
 *     io_submit = EBADF                 a call that fails with this errno
 *     io_submit#ebadf-not-open          … because of this error condition
 *     event = 4096, event of POLL = 0   an event that is fetched, and its res
 *     io_submit of FSYNC = 1            … with a control block of this opcode
 *     never io_submit = EAGAIN          nothing like it
 *     io_submit = 1 x 3                 at least so often
 *     exit = 0, signal = SIGSEGV        how the program ends
 *     kernel = 7.2                      where it runs
 *
 * @throws GoalSpellingError
 */
export function parseGoal(spelling: string, known: KnownNames): GoalPattern {
  const parts = spelling.split(/,|\bthen\b/).map((words) => parsePart(words.trim(), known));
  return { ...(/\bthen\b/.test(spelling) && { inOrder: true as const }), parts };
}

const shape =
  /^(?:(never) )?([a-z]\w*)(?:#([\w-]+))?(?: of (\w+))?(?: ?(=|>=|<=) ?(\S+?))?(?: x ?(\d+))?$/;

function parsePart(written: string, known: KnownNames): GoalPart {
  const words = written.replace(/\s+/g, ' ').replaceAll('−', '-');
  const match = shape.exec(words);
  if (!match) throw new GoalSpellingError('part', written);
  const [, never, name = '', condition, opcode, sign, value, times] = match;
  if (!never && !condition && !opcode && sign === '=' && !times) {
    const about = aboutTheRun(name, value ?? '', written);
    if (about) return about;
  }
  if (name !== 'event' && !known.calls.includes(name)) throw new GoalSpellingError('call', name);
  const wanted = {
    ...(opcode && { of: opcodeNamed(opcode) }),
    ...(condition && { condition: `${name}#${condition}` }),
  };
  const seen: SeenPattern =
    name === 'event'
      ? { event: { ...wanted, ...answer('res', sign, value, known) } }
      : { call: name, ...wanted, ...answer('returned', sign, value, known) };
  if (never) return times ? fail('rest', `x ${times}`) : { never: seen };
  return { ...seen, ...(times && { times: { atLeast: Number(times) } }) };
}

function aboutTheRun(name: string, value: string, written: string): GoalPart | null {
  if (name === 'exit') {
    const status = Number(value);
    return Number.isInteger(status) && status >= 0 && status < 256
      ? { ends: { status } }
      : fail('value', written);
  }
  if (name === 'signal')
    return /^SIG[A-Z0-9]+$/.test(value) ? { ends: { signal: value } } : fail('value', written);
  return name === 'kernel' ? { kernel: value } : null;
}

function answer(
  name: 'returned' | 'res',
  sign: string | undefined,
  value: string | undefined,
  { errnos }: KnownNames,
): { errno?: string } & { [name in 'returned' | 'res']?: Range } {
  if (sign === undefined || value === undefined) return {};
  if (/^E[A-Z0-9]+$/.test(value) && sign === '=')
    return errnos.includes(value) ? { errno: value } : fail('errno', value);
  const number = Number(value);
  if (!Number.isInteger(number)) return fail('value', value);
  if (sign === '=') return { [name]: number };
  return { [name]: sign === '>=' ? { atLeast: number } : { atMost: number } };
}

const opcodeNamed = (name: string) =>
  opcodes.find((opcode) => opcode === name.replace(/^IOCB_CMD_/, '')) ?? fail('opcode', name);

function fail(problem: GoalSpellingError['problem'], words: string): never {
  throw new GoalSpellingError(problem, words);
}
