import { callNumber } from './symbol-index.ts';

/** The call whose parentheses enclose the cursor. */
export interface CallAt {
  name: string;
  /** Through syscall(2), whose first argument is the number of the call. */
  convention: 'syscall' | 'direct';
  /** From 0; in syscall(2), argument 0 is the number. */
  argument: number;
}

/** Comments and literals, in which brackets and commas mean nothing. */
const opaque =
  /\/\*[^]*?(?:\*\/|$)|\/\/[^\n]*|"(?:[^"\\\n]|\\.)*(?:"|$)|'(?:[^'\\\n]|\\.)*(?:'|$)/g;

/** @param before the snippet up to the cursor */
export function callAt(before: string): CallAt | null {
  const text = before.replace(opaque, (piece) => '"'.repeat(piece.length));
  const open = openParenthesis(text);
  if (!open) return null;
  const [, name] = /(\w+)\s*$/.exec(text.slice(0, open.at)) ?? [];
  if (!name) return null;
  if (name !== 'syscall') return { name, convention: 'direct', argument: open.commas };
  const [, number = ''] = /^\s*(\w+)/.exec(text.slice(open.at + 1)) ?? [];
  const called = callNumber.exec(number)?.[1];
  return called ? { name: called, convention: 'syscall', argument: open.commas } : null;
}

/** The innermost parenthesis that is still open, and the commas since. */
function openParenthesis(text: string): { at: number; commas: number } | null {
  let depth = 0;
  let commas = 0;
  for (let at = text.length - 1; at >= 0; at -= 1) {
    const char = text[at]!;
    if (')]}'.includes(char)) depth += 1;
    else if (char === ',' && depth === 0) commas += 1;
    else if (char === ';' && depth === 0) return null;
    else if ('([{'.includes(char) && depth > 0) depth -= 1;
    else if (char === '(') return { at, commas };
    else if (char === '{') return null;
  }
  return null;
}
