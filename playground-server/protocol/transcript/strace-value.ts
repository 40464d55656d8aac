import { shownText } from '../display-text.ts';
import { bytesOfHex } from '../hex-bytes.ts';
import { flagsText, numberText } from '../print-value.ts';
import type { DecodedValue, DecodedValueOf } from '../decoded-value.ts';

/** Bytes of a buffer that strace(1) shows unless it is told otherwise: -s. */
const bytesShown = 32;

/** A value in the notation of strace(1). */
export function straceValue(value: DecodedValue): string {
  switch (value.kind) {
    case 'number':
      return numberText(value);
    case 'result':
    case 'descriptor':
      return value.value;
    case 'constant':
      return value.symbol;
    case 'flags':
      return flagsText(value);
    case 'handle':
      return value.handle;
    case 'address':
      return addressText(value);
    case 'struct':
      return `{${shownFields(value).map(fieldText).join(', ')}}`;
    case 'array':
      return `[${[...value.fields.map(straceValue), ...more(value)].join(', ')}]`;
    case 'bytes':
      return bytesText(value);
    case 'string':
      return quoted(new TextEncoder().encode(value.content), value.cut ?? false);
    case 'signals':
      return `${value.inverted ? '~' : ''}[${value.set.map(withoutSig).join(' ')}]`;
    default:
      // A kind that only a newer server knows has a text all the same.
      return shownText((value as DecodedValue).text);
  }
}

function addressText({ target, address, fields = [] }: DecodedValueOf<'address'>): string {
  if (target === 'null') return 'NULL';
  const [shown] = fields;
  if (shown === undefined) return address;
  // A structure or an array says by its brackets that it is behind a pointer; a plain value does not.
  const isBracketed = shown.kind === 'struct' || shown.kind === 'array' || shown.kind === 'signals';
  return isBracketed ? straceValue(shown) : `[${straceValue(shown)}]`;
}

const shownFields = ({ fields }: DecodedValueOf<'struct'>) => fields.filter(({ minor }) => !minor);

const fieldText = (field: DecodedValue): string => `${field.name}=${straceValue(field)}`;

const more = ({ leftOut }: DecodedValueOf<'array'>): string[] =>
  BigInt(leftOut) > 0n ? ['...'] : [];

const withoutSig = (signal: string): string => signal.replace(/^SIG/, '');

function bytesText({ bytes: hex, lengthBytes }: DecodedValueOf<'bytes'>): string {
  const bytes = bytesOfHex(hex, bytesShown);
  return quoted(bytes, BigInt(lengthBytes) > BigInt(bytes.length));
}

const escapes: ReadonlyMap<number, string> = new Map([
  [0x09, String.raw`\t`],
  [0x0a, String.raw`\n`],
  [0x0b, String.raw`\v`],
  [0x0c, String.raw`\f`],
  [0x0d, String.raw`\r`],
  [0x22, String.raw`\"`],
  [0x5c, String.raw`\\`],
]);

/** A C string; bytes that are no visible ASCII are octal, with all digits where another follows. */
function quoted(bytes: Uint8Array, isCut: boolean): string {
  const characters = Array.from(bytes, (byte, at) => {
    const escaped = escapes.get(byte);
    if (escaped !== undefined) return escaped;
    if (byte >= 0x20 && byte < 0x7f) return String.fromCharCode(byte);
    const next = bytes[at + 1] ?? 0;
    const isBeforeDigit = next >= 0x30 && next <= 0x37;
    return `\\${byte.toString(8).padStart(isBeforeDigit ? 3 : 1, '0')}`;
  });
  return `"${characters.join('')}"${isCut ? '...' : ''}`;
}
