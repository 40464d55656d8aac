import { iocbCommands } from '../../../uapi/aio-table.ts';

/** What aio_buf, aio_nbytes and aio_offset mean to an opcode; "data" exists before the call. */
export type Operand = 'buffer' | 'data' | 'iovecs' | 'data-iovecs' | 'poll-mask' | 'none';

/** Source: fs/aio.c. NOOP has a name, but was never implemented. */
const operands: Readonly<Record<keyof typeof iocbCommands, Operand>> = {
  IOCB_CMD_PREAD: 'buffer',
  IOCB_CMD_PWRITE: 'data',
  IOCB_CMD_FSYNC: 'none',
  IOCB_CMD_FDSYNC: 'none',
  IOCB_CMD_POLL: 'poll-mask',
  IOCB_CMD_NOOP: 'none',
  IOCB_CMD_PREADV: 'iovecs',
  IOCB_CMD_PWRITEV: 'data-iovecs',
};

/** Values of aio_lio_opcode. */
export const aioOpcodeTable: ReadonlyMap<bigint, { name: string; operand: Operand }> = new Map(
  Object.entries(operands).map(([name, operand]) => [
    BigInt(iocbCommands[name as keyof typeof iocbCommands]),
    { name, operand },
  ]),
);
