import { byNumber } from '../../uapi/by-number.ts';
import { errnos } from '../../uapi/errno-table.ts';
import * as structTables from '../../uapi/i386/aio-struct-table.ts';
import { systemCalls } from '../../uapi/i386/syscall-table.ts';
import { signals } from '../../uapi/signal-table.ts';
import type { Abi } from './abi.ts';
import { aioStructs } from './aio-structs.ts';

/** 32-bit programs, which a 64-bit kernel runs as well. */
export const i386: Abi = {
  name: 'i386',
  wordBytes: 4,
  callNames: byNumber(systemCalls),
  callNumbers: new Map(Object.entries(systemCalls)),
  errnoNames: byNumber(errnos),
  signalNames: byNumber(signals),
  structs: aioStructs(structTables),
};
