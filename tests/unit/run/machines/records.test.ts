import { describe, expect, it } from 'vitest';
import {
  NoRecord,
  RecordReader,
} from '../../../../playground-server/run/machines/record-reader.ts';
import { RecordStream } from '../../../../playground-server/run/machines/record-stream.ts';
import { readRecord } from '../../../../playground-server/run/machines/agent-record.ts';
import { GuestTracing } from '../../../../playground-server/run/machines/guest-tracing.ts';
import { recordKinds } from '../../../../playground-server/run/machines/record-kinds.ts';
import { randomSource } from '../../decode/random.ts';

/** A record as agent/line.c writes it. */
function record(kind: number, content: Uint8Array): Buffer {
  const head = Buffer.alloc(16);
  head.writeBigUInt64LE(BigInt(16 + content.length), 0);
  head.writeBigUInt64LE(BigInt(kind), 8);
  return Buffer.concat([head, content]);
}

const words = (...numbers: bigint[]): Buffer =>
  Buffer.concat(
    numbers.map((number) => {
      const bytes = Buffer.alloc(8);
      bytes.writeBigUInt64LE(number);
      return bytes;
    }),
  );

function cut(chunks: readonly Uint8Array[]): { kind: number; text: string }[] {
  const stream = new RecordStream();
  const told: { kind: number; text: string }[] = [];
  for (const chunk of chunks)
    stream.push(chunk, (kind, content) => told.push({ kind, text: content.toString('latin1') }));
  return told;
}

describe('the serial line', () => {
  it('is cut into records wherever its bytes are torn', () => {
    const line = Buffer.concat([record(1, Buffer.from('one')), record(6, Buffer.alloc(0))]);
    const whole = [
      { kind: 1, text: 'one' },
      { kind: 6, text: '' },
    ];
    for (let at = 0; at <= line.length; at++)
      expect(cut([line.subarray(0, at), line.subarray(at)])).toEqual(whole);
    expect(cut([...line].map((byte) => Uint8Array.of(byte)))).toEqual(whole);
  });

  it.for([0n, 15n, 256n * 1024n + 1n, 2n ** 63n, 2n ** 64n - 1n])(
    'is given up at a length of %s',
    (length) => {
      expect(() => cut([words(length, 1n)])).toThrow(NoRecord);
    },
  );

  it('keeps no more than the longest record of what is not whole yet', () => {
    const stream = new RecordStream();
    const untold = () => expect.unreachable('nothing is whole');
    stream.push(words(256n * 1024n, 6n), untold);
    for (let sent = 16; sent < 256 * 1024 - 8; sent += 8) stream.push(new Uint8Array(8), untold);
    let told = 0;
    stream.push(new Uint8Array(8), (_, { length }) => (told = length));
    expect(told).toBe(256 * 1024 - 16);
  });
});

describe('a record', () => {
  it('is read as it was written, and not beyond its end', () => {
    const reader = new RecordReader(
      Buffer.concat([words(7n, 2n ** 64n - 1n), Buffer.from('rest')]),
    );
    expect([reader.number(), reader.signed(), reader.rest().toString()]).toEqual([7, -1n, 'rest']);
    expect(() => reader.word()).toThrow(NoRecord);
  });

  it('whose captures claim more than there is throws NoRecord, and takes no memory for it', () => {
    const claims = [words(2n ** 62n), words(1n, 8n, 2n ** 40n), words(0n, 2n ** 53n)];
    for (const claim of claims)
      expect(() => new RecordReader(claim).captured([])).toThrow(NoRecord);
  });

  it('of any kind and any bytes is translated or is none: nothing else is ever thrown', () => {
    const random = randomSource(13);
    const kinds = [...Object.values(recordKinds), 13, 2 ** 40];
    const telling = [0n, 1n, 2n, 17n, 1000n, 2n ** 31n, 2n ** 53n, 2n ** 63n, 2n ** 64n - 1n];
    const tracing = new GuestTracing({
      ownLineOnly: new Set(['read']),
      followed: new Set(),
      refusals: new Map([['write', 5]]),
      isReaders: () => true,
      answers: [{ call: 'io_getevents', event: { res: -5 } }],
      mostThreads: 24,
      cpuSeconds: 5,
      fileBytes: 2 ** 20,
    });
    let translated = 0;
    for (let round = 0; round < 5000; round++) {
      const parts = Array.from({ length: random.below(64) }, () =>
        random.below(3) === 0 ? random.bytes(random.below(9)) : words(random.pick(telling)),
      );
      try {
        const reader = new RecordReader(Buffer.concat(parts));
        const told = readRecord(random.pick(kinds), reader, ['operations']);
        if (told !== null) tracing.read(told);
        translated += 1;
      } catch (error) {
        expect(error).toBeInstanceOf(NoRecord);
      }
    }
    expect(translated).toBeGreaterThan(500);
  });
});
