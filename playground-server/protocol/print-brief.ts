import { fieldsOf, named } from './decoded-fields.ts';
import type { DecodedValue, DecodedValueOf } from './decoded-value.ts';
import { shownText } from './display-text.ts';
import { bytesOfHex } from './hex-bytes.ts';
import { previewBytes } from './preview-bytes.ts';
import type { TextPiece } from './print-value.ts';

/** What a tape calls an address or the handle of a context: `ctx₁`. Null where it has no name. */
export type NameOf = (hex: string) => string | null;

/** Elements of a list that a line has room for. */
const elementsInLine = 3;

/** Bytes of a buffer that a line has room for. */
const bytesInLine = 12;

/**
 * A value in the few characters that a line has room for, as strace abbreviates: `ctx₁`,
 * `[pread 3 64 @0]`. The whole of it is what print-value.ts prints.
 */
export function briefPieces(value: DecodedValue, nameOf: NameOf): TextPiece[] {
  switch (value.kind) {
    case 'handle':
      return [nameOf(value.handle) ?? shownText(value.text)];
    case 'address':
      return addressPieces(value, nameOf);
    case 'struct':
      return structPieces(value, nameOf);
    case 'array':
      return arrayPieces(value, nameOf);
    case 'bytes':
      return [briefBytes(value)];
    case 'result':
      return value.errno
        ? [`${value.value} `, { text: value.errno.name, result: value }]
        : [value.value];
    default:
      return [shownText(value.text)];
  }
}

function addressPieces(value: DecodedValueOf<'address'>, nameOf: NameOf): TextPiece[] {
  const [target] = fieldsOf(value);
  if (value.target === 'shown' && target) return ['[', ...briefPieces(target, nameOf), ']'];
  if (value.target === 'unseen') return [nameOf(value.address) ?? value.address];
  return [shownText(value.text)];
}

function structPieces(value: DecodedValueOf<'struct'>, nameOf: NameOf): TextPiece[] {
  if (named(value.fields, 'aio_lio_opcode')) {
    const name = value.address && nameOf(value.address);
    return [[...(name ? [name] : []), ...iocbParts(value)].join(' ')];
  }
  const [obj, res] = [named(value.fields, 'obj'), named(value.fields, 'res')];
  if (obj && res) {
    const name = 'address' in obj && obj.address ? nameOf(obj.address) : null;
    return [...(name ? [`${name} `] : []), ...briefPieces(res, nameOf)];
  }
  const fields = value.fields.filter(({ minor }) => !minor);
  return [
    '{',
    ...list(fields.map((field) => [`${field.name} = `, ...briefPieces(field, nameOf)])),
    '}',
  ];
}

/** The fields of an iocb that say what is asked for, in the order in which one would say it. */
const iocbFields: readonly [name: string, tell: (text: string, of: DecodedValue) => string][] = [
  ['aio_lio_opcode', (_, of) => opcodeName(of).toLowerCase()],
  ['aio_fildes', (text) => text],
  // Where the data is says nothing, unless it cannot be there; a poll has its events here.
  ['aio_buf', (text, { kind }) => (kind === 'flags' || kind === 'address' ? text : '')],
  ['aio_nbytes', (text) => text],
  ['aio_offset', (text) => `@${text}`],
  ['aio_rw_flags', (text) => text],
  ['aio_reqprio', (text) => text],
  ['aio_resfd', (text) => `resfd ${text}`],
];

/** `PREAD`: all symbols of opcodes begin alike (linux/aio_abi.h). Other numbers have no name. */
export const opcodeName = (opcode: DecodedValue): string =>
  opcode.kind === 'constant' ? opcode.symbol.replace(/^IOCB_CMD_/, '') : shownText(opcode.text);

function iocbParts({ fields }: DecodedValueOf<'struct'>): string[] {
  return iocbFields.flatMap(([name, tell]) => {
    const field = named(fields, name);
    if (!field || field.minor) return [];
    const isPlain = field.kind === 'address' && field.target === 'unseen';
    return isPlain ? [] : tell(shownText(field.text), field) || [];
  });
}

function arrayPieces({ fields, leftOut }: DecodedValueOf<'array'>, nameOf: NameOf): TextPiece[] {
  const elements = fields.slice(0, elementsInLine).map((field) => briefPieces(field, nameOf));
  const more = BigInt(leftOut) + BigInt(fields.length - elements.length);
  return ['[', ...list([...elements, ...(more > 0n ? [[`… +${more}`]] : [])]), ']'];
}

function briefBytes({ bytes, lengthBytes }: DecodedValueOf<'bytes'>): string {
  const shown = bytesOfHex(bytes, bytesInLine);
  return previewBytes(shown, BigInt(lengthBytes) > BigInt(shown.length));
}

const list = (parts: readonly TextPiece[][]): TextPiece[] =>
  parts.flatMap((part, at) => (at === 0 ? part : [', ', ...part]));
