import type { Random } from './random.ts';
import * as values from './value-table.ts';

/** A statement that fills a request, and what finishing it depends on. */
export interface WrittenIocb {
  statement: string;
  /** finished by a kernel thread some time after io_submit */
  later: boolean;
}

type Fields = Record<string, string>;

/** Fills `w->requests[index]` with a request that is valid, or wrong in one or two ways. */
export function writeIocb(random: Random, index: number, kind = randomKind(random)): WrittenIocb {
  const fields: Fields = { data: String(random.below(1000)), ...kinds[kind](random) };
  if (random.oneIn(10)) spoil(random, kind, fields);
  if (kind !== 'poll' && kind !== 'sync' && random.oneIn(6)) addRwFlags(random, fields);
  if (kind !== 'poll' && kind !== 'sync' && random.oneIn(6)) addResultDescriptor(random, fields);
  if (random.oneIn(12)) addPriority(random, fields);
  const text = Object.entries(fields).map(([name, value]) => `.${name} = ${value}`);
  return {
    statement: `w->requests[${index}] = (struct request){ ${text.join(', ')} };`,
    later: kind === 'sync',
  };
}

export type IocbKind = 'read' | 'write' | 'vectors' | 'sync' | 'poll' | 'unknown';

const randomKind = (random: Random): IocbKind =>
  random.pick([
    'read',
    'read',
    'write',
    'write',
    'write',
    'vectors',
    'poll',
    'poll',
    'vectors',
    'unknown',
  ]);

const fd = (name: string) => `w->fds[${name}]`;

const kinds: Readonly<Record<IocbKind, (random: Random) => Fields>> = {
  read: (random) => ({ opcode: '0', ...bytes(random), fildes: fd(random.pick(values.readable)) }),
  write: (random) => ({ opcode: '1', ...bytes(random), fildes: fd(random.pick(values.writable)) }),
  vectors: (random) => {
    const [opcode, from] = random.pick([
      ['7', values.readable],
      ['8', values.writable],
    ] as const);
    const count = random.pick(['0', '1', '2', '9', '16']);
    return { opcode, fildes: fd(random.pick(from)), buf: '(uint64_t)w->vectors', nbytes: count };
  },
  sync: (random) => ({
    opcode: random.pick(['2', '3']),
    fildes: fd(random.pick([...values.writable, ...values.readable, ...values.odd])),
  }),
  poll: (random) => ({
    opcode: '5',
    fildes: fd(random.pick(values.pollable)),
    buf: random.oneIn(3) ? random.pick(values.pollMasks) : random.pick(['1', '4', '5']),
  }),
  unknown: (random) => ({ ...kinds.read(random), opcode: random.pick(values.badOpcodes) }),
};

const bytes = (random: Random): Fields => ({
  buf: `(uint64_t)&w->buffer[${random.below(4096)}]`,
  nbytes: random.pick(values.lengths),
  offset: random.pick(values.offsets),
});

/** Makes one field hostile; none of these lets a huge write reach a file. */
function spoil(random: Random, kind: IocbKind, fields: Fields): void {
  const spoilers: readonly (() => Fields)[] = [
    () => ({ fildes: random.pick(values.noDescriptors) }),
    () => ({ fildes: fd(random.pick(values.odd)) }),
    () => ({ nbytes: random.pick(values.refusedLengths) }),
    () => ({ offset: random.pick(values.refusedOffsets) }),
    () => ({ reserved2: random.pick(['1', '-1', '0x100000000']) }),
    () => ({ key: random.pick(['1', '-1']) }),
    () => (kind === 'poll' ? {} : { buf: `(uint64_t)${random.pick(values.badPointers)}` }),
    () => (kind === 'poll' ? {} : { buf: '(uint64_t)w->readonly' }),
    () => (kind === 'read' ? { fildes: fd('F_SMALL'), nbytes: 'LONG_MAX', offset: '0' } : {}),
    () => ({ flags: random.pick(['4', '0x80000000', '0xfffffffc']) }),
  ];
  Object.assign(fields, random.pick(spoilers)());
}

function addRwFlags(random: Random, fields: Fields): void {
  const bits = random.times(1 + random.below(2), () => random.pick(values.rwFlagBits));
  fields['rw_flags'] = String(bits.reduce((sum, bit) => sum | bit, 0));
}

/** Only an eventfd that nothing polls: a poll woken in passing finishes in a kernel thread. */
function addResultDescriptor(random: Random, fields: Fields): void {
  fields['flags'] = '1';
  fields['resfd'] = random.pick([fd('F_RESULT'), fd('F_RESULT'), fd('F_RW'), fd('F_CLOSED'), '-1']);
}

function addPriority(random: Random, fields: Fields): void {
  fields['reqprio'] = random.pick(values.ioPriorities);
  if (fields['flags'] === undefined) fields['flags'] = random.pick(['0', '2']);
}
