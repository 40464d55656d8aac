import { iocbFlags, pollEvents, priorityClasses, readWriteFlags } from '../../../uapi/aio-table.ts';
import { flagTable } from '../../kinds/flag-table.ts';

/** aio_flags. */
export const iocbFlagTable = flagTable(iocbFlags);

/** aio_rw_flags. */
export const rwFlagTable = flagTable(readWriteFlags);

/** aio_buf of IOCB_CMD_POLL. */
export const pollTable = flagTable(pollEvents);

/** Upper three bits of aio_reqprio, by value. */
export const ioprioClassTable: readonly string[] = Object.keys(priorityClasses);
