import type * as tables from '../../uapi/x86-64/aio-struct-table.ts';
import type { NumberType } from '../../linux/number-type.ts';

type Tables = typeof tables;

/** Offset and type of each field of a structure, of any ABI. */
type Layout<Table extends { fields: object }> = {
  readonly [Field in keyof Table['fields']]: readonly [offset: number, type: NumberType];
};

/** The structures of native AIO; `timespec` is the one that io_getevents(2) takes. */
export interface AioStructs {
  iocb: Layout<Tables['iocb']>;
  ioEvent: Layout<Tables['ioEvent']>;
  timespec: Layout<Tables['timespec']>;
  aioSigset: Layout<Tables['aioSigset']>;
  iovec: Layout<Tables['iovec']>;
}

/** What an ABI's aio-struct-table.ts exports. */
type StructTables = { readonly [Name in keyof AioStructs]: { readonly fields: AioStructs[Name] } };

/**
 * The layouts as readers should see them. Descriptors are unsigned in the header but signed here,
 * because people write −1 and want to see it. Flags and a priority are bits, whatever the header
 * says.
 */
export function aioStructs({
  iocb,
  ioEvent,
  timespec,
  aioSigset,
  iovec,
}: StructTables): AioStructs {
  const { aio_fildes, aio_resfd, aio_rw_flags, aio_reqprio } = iocb.fields;
  return {
    iocb: {
      ...iocb.fields,
      aio_fildes: [aio_fildes[0], 's32'],
      aio_resfd: [aio_resfd[0], 's32'],
      aio_rw_flags: [aio_rw_flags[0], 'u32'],
      aio_reqprio: [aio_reqprio[0], 'u16'],
    },
    ioEvent: ioEvent.fields,
    timespec: timespec.fields,
    aioSigset: aioSigset.fields,
    iovec: iovec.fields,
  };
}
