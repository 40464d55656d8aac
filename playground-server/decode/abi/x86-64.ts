import { byNumber } from '../../uapi/by-number.ts';
import { errnos } from '../../uapi/errno-table.ts';
import * as structTables from '../../uapi/x86-64/aio-struct-table.ts';
import { systemCalls } from '../../uapi/x86-64/syscall-table.ts';
import { signals } from '../../uapi/signal-table.ts';
import type { Abi } from './abi.ts';
import { aioStructs } from './aio-structs.ts';

/** 64-bit programs: the ones that this playground compiles. */
export const x86_64: Abi = {
  name: 'x86-64',
  wordBytes: 8,
  callNames: byNumber(systemCalls),
  callNumbers: new Map(Object.entries(systemCalls)),
  errnoNames: byNumber(errnos),
  signalNames: byNumber(signals),
  structs: aioStructs(structTables),
};
