import type { AioCall, DecodedValue } from '../protocol/index.ts';
import { boundMemory } from './bounded-memory.ts';
import type { BoundedMemory } from './bounded-memory.ts';
import { decodeEvents } from './decode-events.ts';
import { decodeIocb } from './decode-iocb.ts';
import { decodeIocbList } from './decode-iocb-list.ts';
import { decodeSigset } from './decode-sigset.ts';
import { decodeTimespec } from './decode-timespec.ts';
import {
  handleValue,
  numberValue,
  pointerTo,
  pointerValue,
  unreadableValue,
} from './decoded-value.ts';
import type { ReadMemory } from './read-memory.ts';
import { SubmittedReads } from './submitted-reads.ts';

/** Which side of the call the tracee stands at; `result` is the kernel's, signed 64-bit. */
export type CallSide = { phase: 'entry' } | { phase: 'exit'; result: bigint };

/** Registers of one call as the kernel will read them. */
type Registers = readonly [bigint, bigint, bigint, bigint, bigint, bigint];

/** What a decoder may look at beside the registers. */
interface Sight {
  memory: BoundedMemory;
  /** How many events the call has stored. */
  stored: bigint;
  reads: SubmittedReads;
  phase: CallSide['phase'];
}

type Decoder = (registers: Registers, sight: Sight) => DecodedValue[];

/**
 * Parameter names are those of the man pages; io_pgetevents has none, so <libaio.h> and fs/aio.c.
 */
const decoders: Readonly<Record<AioCall, Decoder>> = {
  io_setup: ([nrEvents, ctxIdp], { memory }) => [
    // SYSCALL_DEFINE2(io_setup, unsigned, …): the kernel drops the upper half of the register.
    numberValue('nr_events', BigInt.asUintN(32, nrEvents)),
    decodeHandlePointer('ctx_idp', ctxIdp, memory),
  ],
  io_submit: ([ctx, nr, iocbpp], { memory, reads, phase }) => [
    handleValue('ctx_id', ctx),
    longValue('nr', nr),
    decodeIocbList('iocbpp', iocbpp, BigInt.asIntN(64, nr), memory, (address, iocb) => {
      // At its entry: the events of a request may be read before its io_submit has come back.
      if (phase === 'entry') reads.submit(address, iocb);
    }),
  ],
  io_getevents: decodeWait,
  io_pgetevents: (registers, sight) => [
    ...decodeWait(registers, sight),
    decodeSigset('usig', registers[5], sight.memory),
  ],
  io_cancel: ([ctx, iocb, result], { memory }) => [
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
 * most 64 iocbs or events. `reads` are those of the run so far. Source: fs/aio.c; io_setup(2) and its
 * sisters.
 */
export function decodeArguments(
  name: AioCall,
  args: readonly bigint[],
  read: ReadMemory,
  at: CallSide,
  reads = new SubmittedReads(),
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
  return decoders[name](registers, { memory: boundMemory(read), stored, reads, phase: at.phase });
}

function decodeWait(registers: Registers, { memory, stored, reads }: Sight): DecodedValue[] {
  const [ctx, minNr, nr, events, timeout] = registers;
  return [
    handleValue('ctx_id', ctx),
    longValue('min_nr', minNr),
    longValue('nr', nr),
    decodeEvents('events', events, stored, memory, reads),
    decodeTimespec('timeout', timeout, memory),
  ];
}

function longValue(name: string, register: bigint): DecodedValue {
  return numberValue(name, BigInt.asIntN(64, register));
}

function decodeHandlePointer(name: string, address: bigint, memory: BoundedMemory): DecodedValue {
  const bytes = memory.whole(address, 8);
  if (address === 0n || bytes === null) return unreadableValue(name, address);
  const handle = new DataView(bytes.buffer, bytes.byteOffset).getBigUint64(0, true);
  return pointerTo(name, address, handleValue(`*${name}`, handle));
}
