import { printValue } from '../../../protocol/print-value.ts';
import type { DecodedValue } from '../../../protocol/index.ts';
import { byNumber } from '../../../uapi/by-number.ts';
import { socketFamilies } from '../../../uapi/x86-64/arguments/socket-table.ts';
import { addressIn } from '../../capture/takes.ts';
import type { ArgumentKind } from '../../kinds/argument-kind.ts';
import type { Writer } from '../../kinds/structures.ts';
import {
  constantValue,
  numberValue,
  pointerValue,
  structValue,
  unreadableValue,
} from '../../make-value.ts';

/** struct sockaddr_un, the longest that is shown; linux/un.h. */
const addressBytes = 110;
const { AF_UNIX, AF_INET, AF_INET6 } = socketFamilies;
const familyNames = byNumber(socketFamilies);

/** A struct sockaddr of the families that a sandbox has. */
export const socketAddress = (writer: Writer): ArgumentKind => ({
  ...(writer === 'given' && { isGiven: true as const }),
  capture: ({ index, side, abi }) =>
    side === (writer === 'given' ? 'entry' : 'exit')
      ? [{ at: addressIn(index, abi), elementBytes: 1, count: addressBytes }]
      : [],
  decode(name, address, { memory, result }) {
    const isUnwritten = writer === 'filled' && (result === null || result < 0n);
    if (address === 0n || isUnwritten) return pointerValue(name, address);
    const bytes = memory.some(address, addressBytes);
    if (bytes === null || bytes.length < 2) return unreadableValue(name, address);
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
    const family = buffer.readUInt16LE(0);
    const named = constantValue('sa_family', BigInt(family), familyNames.get(family));
    return structValue(name, [named, ...restOf(family, buffer)], address);
  },
});

function restOf(family: number, bytes: Buffer): DecodedValue[] {
  const port = (name: string) => numberValue(name, BigInt(bytes.readUInt16BE(2)));
  if (family === AF_UNIX) return [string('sun_path', unixPath(bytes.subarray(2)))];
  if (family === AF_INET && bytes.length >= 8)
    return [port('sin_port'), string('sin_addr', [...bytes.subarray(4, 8)].join('.'))];
  if (family === AF_INET6 && bytes.length >= 24)
    return [port('sin6_port'), string('sin6_addr', groups(bytes.subarray(8, 24)))];
  return [];
}

const string = (name: string, content: string): DecodedValue =>
  printValue({ name, kind: 'string', content });

/** A name without a file begins with a zero byte, which is written as @; unix(7). */
function unixPath(bytes: Buffer): string {
  const isAbstract = bytes[0] === 0;
  const rest = isAbstract ? bytes.subarray(1) : bytes;
  const end = rest.indexOf(0);
  return (isAbstract ? '@' : '') + rest.subarray(0, end < 0 ? rest.length : end).toString('utf8');
}

const groups = (bytes: Buffer): string =>
  Array.from({ length: 8 }, (_, at) => bytes.readUInt16BE(at * 2).toString(16)).join(':');
