import { pollEvents } from '../../../uapi/aio-table.ts';
import { epollEvents } from '../../../uapi/x86-64/arguments/event-table.ts';
import { epollEvent, pollfd } from '../../../uapi/x86-64/arguments/struct-table.ts';
import { printValue } from '../../../protocol/print-value.ts';
import { addressIn } from '../../capture/takes.ts';
import type { ArgumentKind } from '../../kinds/argument-kind.ts';
import { decodeFlags } from '../../kinds/decode-flags.ts';
import { flagTable } from '../../kinds/flag-table.ts';
import { structure, structures, type FieldKind } from '../../kinds/structures.ts';
import {
  cookieValue,
  descriptorValue,
  hexOf,
  pointerValue,
  unreadableValue,
} from '../../make-value.ts';

const pollTable = flagTable(pollEvents);
const epollTable = flagTable(epollEvents);

const pollBits: FieldKind = (name, value) =>
  decodeFlags(name, BigInt.asUintN(16, value), pollTable);
const epollBits: FieldKind = (name, value) => decodeFlags(name, value, epollTable);

/** Descriptors to wait for, and what became of each: the kernel writes beside what it reads. */
export const pollList: ArgumentKind = structures(
  pollfd,
  'filled',
  { count: 1, most: 16 },
  { fd: (name, value) => descriptorValue(name, value), events: pollBits, revents: pollBits },
);

const epollKinds = {
  events: epollBits,
  data: (name: string, value: bigint) => cookieValue(name, value),
};

export const epollWish = structure(epollEvent, 'given', epollKinds);

export const epollList = structures(
  epollEvent,
  'filled',
  { count: 'result', most: 16 },
  epollKinds,
);

/** Of an fd_set, which has 1024 bits; more are never shown. */
const setBytes = 128;
const mostInSet = 64;

/** The descriptors of an fd_set, which the kernel replaces by those that are ready. */
export const descriptorSet: ArgumentKind = {
  capture: ({ index, abi }) => [{ at: addressIn(index, abi), elementBytes: setBytes }],
  decode(name, address, { memory, registers }) {
    if (address === 0n) return pointerValue(name, address);
    const bytes = memory.some(address, setBytes);
    if (bytes === null) return unreadableValue(name, address);
    const most = Math.min(
      bytes.length * 8,
      Math.max(0, Number(BigInt.asIntN(32, registers[0] ?? 0n))),
    );
    const set = Array.from({ length: most }, (_, bit) => bit).filter(
      (bit) => ((bytes[bit >> 3] ?? 0) >> (bit & 7)) & 1,
    );
    const fields = set
      .slice(0, mostInSet)
      .map((bit, at) => descriptorValue(`${name}[${at}]`, BigInt(bit)));
    return printValue({
      name,
      kind: 'array',
      address: hexOf(address),
      count: `${set.length}`,
      leftOut: `${set.length - fields.length}`,
      fields,
    });
  },
};
