import type { Condition, Note, Source } from '../../capture/capture-plan.ts';
import type { StructLayout } from '../../read-struct.ts';

/**
 * Where a run's reads put their data, by the address of their iocb. An event identifies its request
 * by that address only, and by then the program may have reused the iocb.
 */
export const readsBook = 'reads';

/** Notes the buffer of the current request, if it is a read. */
export const noteRead = (buffer: Source, when: Condition): Note => ({
  book: readsBook,
  value: buffer,
  when,
});

/** The buffer of the request whose iocb's address is in this field. */
export const notedRead = ([offset, type]: StructLayout[string]): Source => ({
  from: 'note',
  book: readsBook,
  offset,
  type,
});
