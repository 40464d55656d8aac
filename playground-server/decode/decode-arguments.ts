import type { AioCall, DecodedValue } from '../protocol/index.ts';
import { boundMemory } from './bounded-memory.ts';
import type { BoundedMemory } from './bounded-memory.ts';
import { decodeEvents } from './decode-events.ts';
import { decodeIocb } from './decode-iocb.ts';
import { decodeIocbList } from './decode-iocb-list.ts';
import { decodeSigset } from './decode-sigset.ts';
import { decodeTimespec } from './decode-timespec.ts';
import { formatAddress, numberValue, pointerValue, unreadableValue } from './decoded-value.ts';
import type { ReadMemory } from './read-memory.ts';

/** Which side of the call the tracee stands at; `result` is the kernel's, signed 64-bit. */
export type CallSide = { phase: 'entry' } | { phase: 'exit'; result: bigint };

/** Registers of one call as the kernel will read them. */
type Registers = readonly [bigint, bigint, bigint, bigint, bigint, bigint];

type Decoder = (registers: Registers, memory: BoundedMemory, stored: bigint) => DecodedValue[];

/**
 * Parameter names are those of the man pages; io_pgetevents has none, so <libaio.h> and fs/aio.c.
 */
const decoders: Readonly<Record<AioCall, Decoder>> = {
  io_setup: ([nrEvents, ctxIdp], memory) => [
    // SYSCALL_DEFINE2(io_setup, unsigned, …): the kernel drops the upper half of the register.
    numberValue('nr_events', BigInt.asUintN(32, nrEvents)),
    decodeHandlePointer('ctx_idp', ctxIdp, memory),
  ],
  io_submit: ([ctx, nr, iocbpp], memory) => [
    handleValue('ctx_id', ctx),
    longValue('nr', nr),
    decodeIocbList('iocbpp', iocbpp, BigInt.asIntN(64, nr), memory),
  ],
  io_getevents: decodeWait,
  io_pgetevents: (registers, memory, stored) => [
    ...decodeWait(registers, memory, stored),
    decodeSigset('usig', registers[5], memory),
  ],
  io_cancel: ([ctx, iocb, result], memory) => [
    handleValue('ctx_id', ctx),
    decodeIocb('iocb', iocb, memory),
    // Never written since Linux 3.11, so there is nothing to show behind it.
    pointerValue('result', result),
  ],
  io_destroy: ([ctx]) => [handleValue('ctx_id', ctx)],
};

/**
 * The arguments of an AIO call by name, with what they point to. `args` are the raw registers in
 * the order of the call. Whatever the tracee holds: never throws, reads at most 64 KiB, expands at
 * most 64 iocbs or events. Source: fs/aio.c; io_setup(2) and its sisters.
 */
export function decodeArguments(
  name: AioCall,
  args: readonly bigint[],
  read: ReadMemory,
  at: CallSide,
): DecodedValue[] {
  const register = (index: number) => BigInt.asUintN(64, args[index] ?? 0n);
  const registers: Registers = [
    register(0),
    register(1),
    register(2),
    register(3),
    register(4),
    register(5),
  ];
  const stored = at.phase === 'exit' ? BigInt.asIntN(64, at.result) : 0n;
  return decoders[name](registers, boundMemory(read), stored);
}

function decodeWait(registers: Registers, memory: BoundedMemory, stored: bigint): DecodedValue[] {
  const [ctx, minNr, nr, events, timeout] = registers;
  return [
    handleValue('ctx_id', ctx),
    longValue('min_nr', minNr),
    longValue('nr', nr),
    decodeEvents('events', events, stored, memory),
    decodeTimespec('timeout', timeout, memory),
  ];
}

function longValue(name: string, register: bigint): DecodedValue {
  return numberValue(name, BigInt.asIntN(64, register));
}

/** A handle is the address of the ring, but 0 is "no context", not a null pointer. */
function handleText(handle: bigint): string {
  return handle === 0n ? '0' : formatAddress(handle);
}

function handleValue(name: string, handle: bigint): DecodedValue {
  return { name, text: handleText(handle) };
}

function decodeHandlePointer(name: string, address: bigint, memory: BoundedMemory): DecodedValue {
  const bytes = memory.whole(address, 8);
  if (address === 0n || bytes === null) return unreadableValue(name, address);
  const handle = new DataView(bytes.buffer, bytes.byteOffset).getBigUint64(0, true);
  const target = handleValue(`*${name}`, handle);
  return { name, text: `${formatAddress(address)} → ${target.text}`, fields: [target] };
}
