const closers: ReadonlyMap<string, string> = new Map([
  ['(', ')'],
  ['[', ']'],
  ['{', '}'],
]);

/** Where a text between quotation marks ends: after the closing one, or at the end of the text. */
export function endOfQuoted(text: string, from: number): number {
  for (let at = from + 1; at < text.length; at++) {
    if (text[at] === '\\') at += 1;
    else if (text[at] === '"') return at + 1;
  }
  return text.length;
}

/**
 * Splits at commas that are in no brackets, quotation marks, comments or paths of descriptors, as
 * strace(1) writes lists.
 * Stops at a closing bracket that none has opened.
 *
 * @returns the parts, and where they end in the text: at that bracket, or at the text's end
 */
export function splitTopLevel(text: string): { parts: string[]; end: number } {
  const parts: string[] = [];
  const open: string[] = [];
  let from = 0;
  let at = 0;
  for (; at < text.length; at++) {
    const character = text[at]!;
    if (character === '"') at = endOfQuoted(text, at) - 1;
    else if (character === '<' && isDigit(text[at - 1])) at = endOfPath(text, at) - 1;
    else if (text.startsWith('/*', at)) at = endOfComment(text, at) - 1;
    else if (closers.has(character)) open.push(closers.get(character)!);
    else if (character === open.at(-1)) open.pop();
    else if (open.length > 0) continue;
    else if (')]}'.includes(character)) break;
    else if (character === ',') {
      parts.push(text.slice(from, at).trim());
      from = at + 1;
    }
  }
  const last = text.slice(from, at).trim();
  return { parts: last === '' && parts.length === 0 ? [] : [...parts, last], end: at };
}

const isDigit = (character: string | undefined): boolean => /^\d$/.test(character ?? '');

/** The end of `</work/data>`, which follows a descriptor's number. */
function endOfPath(text: string, from: number): number {
  const end = text.indexOf('>', from);
  return end < 0 ? from + 1 : end + 1;
}

function endOfComment(text: string, from: number): number {
  const end = text.indexOf('*/', from + 2);
  return end < 0 ? text.length : end + 2;
}
