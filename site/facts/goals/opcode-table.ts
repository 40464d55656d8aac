/** The opcodes that a kernel answers, without `IOCB_CMD_`; linux/aio_abi.h. */
export const opcodes = ['PREAD', 'PWRITE', 'FSYNC', 'FDSYNC', 'POLL', 'PREADV', 'PWRITEV'] as const;
