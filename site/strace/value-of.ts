import { printValue } from '../../playground-server/protocol/index.ts';
import type { DecodedValue, Errno } from '../../playground-server/protocol/index.ts';
import { endOfQuoted, splitTopLevel } from './split-top-level.ts';

/** Arguments and fields that hold an aio_context_t, whatever their text looks like. */
const handles: ReadonlySet<string> = new Set(['ctx_id', '*ctx_idp']);

const hex = /^0x[\da-f]+$/i;
const whole = /^-?\d+$/;

/** The errno with a number, if the manual knows it. */
export type ErrnoOf = (number: number) => Errno | null;

/** What strace(1) wrote for an argument or a part of one, as a value of the tape's. */
export function valueOf(name: string, written: string, errnoOf: ErrnoOf): DecodedValue {
  const text = withoutNotes(written);
  if (handles.has(name) && (hex.test(text) || text === 'NULL'))
    return printValue({ name, kind: 'handle', handle: text === 'NULL' ? '0x0' : text });
  if (text === 'NULL') return printValue({ name, kind: 'address', address: '0x0', target: 'null' });
  if (hex.test(text)) return printValue({ name, kind: 'address', address: text, target: 'unseen' });
  if (name === 'res' && whole.test(text))
    return printValue({ name, kind: 'result', value: text, errno: errnoOf(-Number(text)) });
  if (whole.test(text)) return printValue({ name, kind: 'number', value: text });
  if (text.startsWith('"')) return stringOf(name, text);
  if (text.startsWith('{')) return structOf(name, text, errnoOf);
  if (text.startsWith('[')) return listOf(name, text, errnoOf);
  return printValue({ name, kind: 'constant', value: '0', symbol: text });
}

/** A descriptor's path in `3</work/data>`, the comments between `/*` and its end. */
const withoutNotes = (text: string): string =>
  text.replace(/^(-?\d+)<.*>$/, '$1').replace(/ *\/\*.*?\*\/ */g, '');

function stringOf(name: string, text: string): DecodedValue {
  const end = endOfQuoted(text, 0);
  const content = unescaped(text.slice(1, text[end - 1] === '"' && end > 1 ? end - 1 : end));
  const isCut = text.slice(end).startsWith('...');
  return printValue({ name, kind: 'string', content, ...(isCut && { cut: true }) });
}

const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', v: '\v', f: '\f' };

/** Octal and hexadecimal numbers of bytes, and the letters of C. */
const unescaped = (text: string): string =>
  text.replace(/\\(?:x([\da-f]{2})|([0-7]{1,3})|(.))/gi, (_, hexByte, octal, letter) => {
    if (hexByte !== undefined) return String.fromCharCode(Number.parseInt(hexByte, 16));
    if (octal !== undefined) return String.fromCharCode(Number.parseInt(octal, 8));
    return escapes[letter] ?? letter;
  });

function structOf(name: string, text: string, errnoOf: ErrnoOf): DecodedValue {
  const fields = splitTopLevel(text.slice(1)).parts.flatMap((part) => {
    const [, field, value] = /^([\w.]+)\s*=\s*(.*)$/s.exec(part) ?? [];
    return field === undefined || value === undefined ? [] : [valueOf(field, value, errnoOf)];
  });
  return printValue({ name, kind: 'struct', fields });
}

/** A list, or what a pointer points to: strace writes brackets around both. */
function listOf(name: string, text: string, errnoOf: ErrnoOf): DecodedValue {
  const parts = splitTopLevel(text.slice(1)).parts;
  const shown = parts.filter((part) => part !== '' && part !== '...');
  const isCut = parts.includes('...');
  const [only] = shown;
  if (name === 'ctx_idp' && only !== undefined) return valueOf('*ctx_idp', only, errnoOf);
  const fields = shown.map((part, at) => valueOf(`${name}[${at}]`, part, errnoOf));
  const count = `${fields.length}`;
  return printValue({ name, kind: 'array', count, leftOut: isCut ? '1' : '0', fields });
}
