import type { DecodedKind, DecodedValue, DecodedValueOf } from './decoded-value.ts';
import { displayText, shownText } from './display-text.ts';
import type { DisplayText } from './display-text.ts';
import { bytesOfHex } from './hex-bytes.ts';
import { previewBytes } from './preview-bytes.ts';

type Unprinted<V> = V extends DecodedValue ? Omit<V, 'text'> : never;
/** A value that has no text yet, although its parts do. */
export type UnprintedValue = Unprinted<DecodedValue>;

type Typed<K extends DecodedKind> = Omit<DecodedValueOf<K>, 'text'>;

/** The name of an errno within a text, and the result that it belongs to. */
export interface ErrnoPiece {
  text: string;
  result: Typed<'result'>;
}

/** A text in pieces, so that what it names can be linked. */
export type TextPiece = string | ErrnoPiece;

/** Elements in the text of an array; all that are shown are among its fields. */
const elementsInText = 4;

/** A row of the tape has room for about this much of a buffer. */
const previewLimitBytes = 32;

/** Adds a value's text. All texts are made here. */
export function printValue<V extends UnprintedValue>(value: V): V & { text: DisplayText } {
  const text = displayText(piecesOf(value, known).map(textOfPiece).join(''));
  // The name, then the text, come first because people read the stream of events, too.
  return Object.assign({ name: value.name, text }, value, { text });
}

const textOfPiece = (piece: TextPiece): string => (typeof piece === 'string' ? piece : piece.text);

/** The same text in pieces, which joined are the `text` of printValue. */
export const printPieces = (value: UnprintedValue): TextPiece[] => piecesOf(value, printPieces);

/** How the parts of a value are printed: as the text that they already have, or anew, in pieces. */
type PrintHeld = (held: DecodedValue) => TextPiece[];

const known: PrintHeld = ({ text }) => [shownText(text)];

function piecesOf(value: UnprintedValue, held: PrintHeld): TextPiece[] {
  switch (value.kind) {
    case 'number':
      return [numberText(value)];
    case 'constant':
      return [value.symbol];
    case 'descriptor':
      return [value.path === undefined ? value.value : `${value.value}<${value.path}>`];
    case 'flags':
      return [flagsText(value)];
    case 'result':
      return resultPieces(value);
    case 'handle':
      return [value.handle === '0x0' ? '0' : value.handle];
    case 'address':
      return addressPieces(value, held);
    case 'struct':
      return structPieces(value, held);
    case 'array':
      return arrayPieces(value, held);
    case 'bytes':
      return [bytesText(value)];
    case 'string':
      return [previewBytes(new TextEncoder().encode(value.content), value.cut ?? false)];
    case 'signals':
      return [`${value.inverted ? '~' : ''}[${value.set.join(' ')}]`];
  }
}

/** In the base of the value: `4096`, `0x1000`, `010000`. */
export function numberText({ value, base }: Typed<'number'>): string {
  if (base === 'hex') return `0x${BigInt(value).toString(16)}`;
  return base === 'octal' ? `0${BigInt(value).toString(8)}` : value;
}

/** `A|B|0x40`, and `0` for none. */
export function flagsText({ set, rest }: Typed<'flags'>): string {
  const unnamed = BigInt(rest) === 0n ? [] : [`0x${BigInt(rest).toString(16)}`];
  return [...set, ...unnamed].join('|') || '0';
}

function resultPieces(result: Typed<'result'>): TextPiece[] {
  const { value, errno } = result;
  return errno ? [`${value} `, { text: errno.name, result }] : [value];
}

function addressPieces({ address, target, fields = [] }: Typed<'address'>, held: PrintHeld) {
  if (target === 'null') return ['NULL'];
  if (target === 'unreadable') return [`${address} (unreadable)`];
  return [address, ...fields.flatMap((field) => [' → ', ...held(field)])];
}

/** Like a designated initialiser: `{tv_sec = 1, tv_nsec = 0}`. */
function structPieces({ address, byAddress, fields }: Typed<'struct'>, held: PrintHeld) {
  const shown = fields
    .filter(({ minor }) => !minor)
    .map((field): TextPiece[] => [`${field.name} = `, ...held(field)]);
  return [...(byAddress && address ? [`${address} → `] : []), '{', ...list(shown), '}'];
}

/** `[first, second, … and 7 more]`. */
function arrayPieces({ fields, leftOut }: Typed<'array'>, held: PrintHeld) {
  const elements = fields.slice(0, elementsInText).map(held);
  const more = BigInt(leftOut) + BigInt(fields.length - elements.length);
  return ['[', ...list([...elements, ...(more > 0n ? [[`… and ${more} more`]] : [])]), ']'];
}

/** The address and the first bytes: `0x7ffe… "hello"`. */
function bytesText({ address, bytes: hex, lengthBytes, cut }: Typed<'bytes'>): string {
  const givenBytes = hex.length / 2;
  const previewed = bytesOfHex(hex, previewLimitBytes);
  const more = BigInt(lengthBytes) > BigInt(previewed.length);
  const end = cut && givenBytes <= previewLimitBytes ? ' (then unreadable)' : '';
  return `${address} ${previewBytes(previewed, more)}${end}`;
}

const list = (parts: readonly TextPiece[][]): TextPiece[] =>
  parts.flatMap((part, at) => (at === 0 ? part : [', ', ...part]));
