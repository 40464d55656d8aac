import type { ManualSymbol, SymbolKind } from './manual-symbol.ts';
import { usesLibaio, type SymbolIndex } from './symbol-index.ts';

/** One proposal of the list that completes a name. */
export interface Suggestion {
  symbol: ManualSymbol;
  kind: SymbolKind | 'snippet';
  label: string;
  /** In the syntax of TextMate snippets, where it is one. */
  insert: string;
}

const inLiteral = /"(?:[^"\\]|\\.)*$|\/\/.*$/;
const inComment = /\/\*(?:(?!\*\/)[^])*$/;

/** Where a name is being written. */
export interface NameBegun {
  /** The snippet up to the name. */
  before: string;
  /** The part already written; empty if the reader asked before typing a letter. */
  begun: string;
  source: string;
}

/**
 * The names of the manual that make sense at the cursor and that the reader has begun, at their
 * first or a later part. After `.` and `->`, only members; inside comments and strings, nothing.
 */
export function suggestionsAt(
  { before, begun, source }: NameBegun,
  index: SymbolIndex,
): Suggestion[] {
  const line = before.slice(before.lastIndexOf('\n') + 1);
  if (inLiteral.test(line.replace(/"(?:[^"\\]|\\.)*"/g, '')) || inComment.test(before)) return [];
  const libaio = usesLibaio(source);
  const all = /(?:\.|->)\s*$/.test(line)
    ? members(index, libaio)
    : index.all.flatMap((symbol) => suggest(symbol, libaio));
  return all.filter(({ label }) => beginsWith(label, begun.toLowerCase()));
}

const beginsWith = (label: string, begun: string): boolean => {
  const name = label.toLowerCase();
  return (
    name.startsWith(begun) ||
    (begun.length > 1 && name.split(/[\W_]/).some((part) => part.startsWith(begun)))
  );
};

const members = ({ all }: SymbolIndex, libaio: boolean): Suggestion[] =>
  all.flatMap((symbol) => {
    if (!symbol.member) return [];
    const name = libaio ? symbol.member.libaio : symbol.name;
    return [{ symbol, kind: 'field' as const, label: name, insert: name }];
  });

function suggest(symbol: ManualSymbol, libaio: boolean): Suggestion[] {
  const { kind, name } = symbol;
  const plain: Suggestion = { symbol, kind, label: name, insert: name };
  switch (kind) {
    case 'call': {
      const number = `SYS_${name}`;
      const call = `syscall(${number}, ${placeholders(symbol)})`;
      return [
        { ...plain, label: number, insert: number },
        { symbol, kind: 'snippet', label: `syscall(${number}, …)`, insert: call },
      ];
    }
    case 'function':
      return libaio ? [{ ...plain, insert: `${name}(${placeholders(symbol)})` }] : [];
    case 'struct':
      return [{ ...plain, label: `struct ${name}`, insert: `struct ${name}` }];
    case 'field':
      return [];
    default:
      return [plain];
  }
}

/** The last word of `unsigned int nr_events` is the name. */
const placeholders = ({ parameters = [] }: ManualSymbol): string =>
  parameters
    .map(({ label }, at) => `\${${at + 1}:${/(\w+)(?:\[\])?$/.exec(label)?.[1] ?? label}}`)
    .join(', ');
