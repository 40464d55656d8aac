import type { ReadMemory } from '../../../playground-server/linux/process-memory.ts';

/** Memory made of pieces at addresses; everything between them cannot be read. */
export function fakeMemory(pieces: Readonly<Record<string, Uint8Array>>): ReadMemory {
  const ranges = Object.entries(pieces).map(
    ([address, bytes]) => [BigInt(address), bytes] as const,
  );
  return (address, length) => {
    for (const [start, bytes] of ranges) {
      const offset = Number(address - start);
      if (offset >= 0 && offset < bytes.length) return bytes.subarray(offset, offset + length);
    }
    return null;
  };
}

/** Little-endian 64-bit words. */
export function words(...values: bigint[]): Uint8Array {
  return new Uint8Array(BigUint64Array.from(values.map((each) => BigInt.asUintN(64, each))).buffer);
}

interface IocbFields {
  data?: bigint;
  rwFlags?: number;
  opcode: number;
  reqprio?: number;
  fd?: number;
  buf?: bigint;
  nbytes?: bigint;
  offset?: bigint;
  reserved2?: bigint;
  flags?: number;
  resfd?: number;
}

/** The 64 bytes of a struct iocb. */
export function iocbBytes(fields: IocbFields): Uint8Array {
  const view = new DataView(new ArrayBuffer(64));
  view.setBigUint64(0, fields.data ?? 0n, true);
  view.setUint32(12, fields.rwFlags ?? 0, true);
  view.setUint16(16, fields.opcode, true);
  view.setUint16(18, fields.reqprio ?? 0, true);
  view.setInt32(20, fields.fd ?? 3, true);
  view.setBigUint64(24, fields.buf ?? 0n, true);
  view.setBigUint64(32, fields.nbytes ?? 0n, true);
  view.setBigInt64(40, fields.offset ?? 0n, true);
  view.setBigUint64(48, fields.reserved2 ?? 0n, true);
  view.setUint32(56, fields.flags ?? 0, true);
  view.setInt32(60, fields.resfd ?? 0, true);
  return new Uint8Array(view.buffer);
}
