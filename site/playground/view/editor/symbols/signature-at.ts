import type { ManualSymbol, SymbolParameter } from './manual-symbol.ts';
import { callAt } from './call-at.ts';
import { usesLibaio, type SymbolIndex } from './symbol-index.ts';

/** The declaration of the call that is being written, and which of its arguments. */
export interface Signature {
  symbol: ManualSymbol;
  /** As the snippet calls it: `syscall(SYS_io_setup, unsigned int nr_events, …)`. */
  label: string;
  /** `range`: where the parameter stands in the label, from and to. */
  parameters: { range: [number, number]; prose: string }[];
  active: number;
}

/** @param before the snippet up to the cursor */
export function signatureAt(before: string, index: SymbolIndex): Signature | null {
  const call = callAt(before);
  if (!call) return null;
  const { name, convention, argument } = call;
  const kind = convention === 'direct' && usesLibaio(before) ? 'function' : 'call';
  const symbol =
    convention === 'direct' && kind === 'call' ? undefined : index.findCallable(name, kind);
  if (!symbol) return null;
  const number: SymbolParameter = { label: `SYS_${name}`, prose: symbol.note };
  const given = symbol.parameters ?? [];
  const parameters = convention === 'syscall' ? [number, ...given] : given;
  const head = convention === 'syscall' ? 'syscall(' : `${name}(`;
  return { symbol, ...lay(head, parameters), active: argument };
}

function lay(head: string, parameters: readonly SymbolParameter[]) {
  let label = head;
  const laid = parameters.map(({ label: text, prose }, at) => {
    if (at > 0) label += ', ';
    const from = label.length;
    label += text;
    return { range: [from, label.length] as [number, number], prose };
  });
  return { label: `${label})`, parameters: laid };
}
