import type { ManualSymbol } from './manual-symbol.ts';

/** What decides the meaning of a name at its place in a snippet. */
export interface NamePlace {
  /** Whether `.` or `->` stands before it. */
  isMember: boolean;
  /** Whether the snippet includes libaio.h, whose functions are named like the calls. */
  usesLibaio: boolean;
}

export interface SymbolIndex {
  all: readonly ManualSymbol[];
  /** What the name means there, or nothing. */
  find(name: string, place: NamePlace): ManualSymbol | undefined;
  /** The call or function of that name. */
  findCallable(name: string, kind: 'call' | 'function'): ManualSymbol | undefined;
}

/** `SYS_io_setup` and `__NR_io_setup` are the number of io_setup. */
export const callNumber = /^(?:SYS|__NR)_(\w+)$/;

/** Finds symbols by the names that a snippet calls them by. */
export function createSymbolIndex(all: readonly ManualSymbol[]): SymbolIndex {
  const findCallable: SymbolIndex['findCallable'] = (name, kind) =>
    all.find((symbol) => symbol.kind === kind && symbol.name === name);
  return {
    all,
    findCallable,
    find(name, { isMember, usesLibaio }) {
      const numbered = callNumber.exec(name)?.[1];
      if (numbered) return findCallable(numbered, 'call');
      if (isMember) return all.find((symbol) => isFieldNamed(symbol, name, usesLibaio));
      const callable = usesLibaio
        ? (findCallable(name, 'function') ?? findCallable(name, 'call'))
        : (findCallable(name, 'call') ?? findCallable(name, 'function'));
      return callable ?? all.find((symbol) => symbol.kind !== 'field' && symbol.name === name);
    },
  };
}

/** libaio.h has fields such as `u.c.buf`: the cursor is on the last of their names. */
const isFieldNamed = ({ kind, name, member }: ManualSymbol, word: string, usesLibaio: boolean) =>
  kind === 'field' && (name === word || (usesLibaio && member?.libaio.split('.').at(-1) === word));

export const usesLibaio = (source: string): boolean => /#\s*include\s*<libaio\.h>/.test(source);
