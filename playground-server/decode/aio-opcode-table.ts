/** What aio_buf, aio_nbytes and aio_offset mean to an opcode; "data" is there before the call. */
export type Operand = 'buffer' | 'data' | 'iovecs' | 'data-iovecs' | 'poll-mask' | 'none';

/**
 * Values of aio_lio_opcode. Source: <linux/aio_abi.h>; operands from fs/aio.c. 4 was an experiment
 * that never had a name there, and NOOP has one but was never implemented.
 */
export const aioOpcodeTable: ReadonlyMap<bigint, { name: string; operand: Operand }> = new Map([
  [0n, { name: 'IOCB_CMD_PREAD', operand: 'buffer' }],
  [1n, { name: 'IOCB_CMD_PWRITE', operand: 'data' }],
  [2n, { name: 'IOCB_CMD_FSYNC', operand: 'none' }],
  [3n, { name: 'IOCB_CMD_FDSYNC', operand: 'none' }],
  [5n, { name: 'IOCB_CMD_POLL', operand: 'poll-mask' }],
  [6n, { name: 'IOCB_CMD_NOOP', operand: 'none' }],
  [7n, { name: 'IOCB_CMD_PREADV', operand: 'iovecs' }],
  [8n, { name: 'IOCB_CMD_PWRITEV', operand: 'data-iovecs' }],
]);
