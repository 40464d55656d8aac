import type { Condition, Note, Source } from '../../capture/capture-plan.ts';
import type { StructLayout } from '../../read-struct.ts';

/**
 * Where the reads of a run put their data, by the address of their iocb. An event names its request
 * by that address only, and the program may have used the iocb for something else by then.
 */
const book = 'reads';

/** The buffer of the request at hand, if it reads. */
export const noteRead = (buffer: Source, when: Condition): Note => ({ book, value: buffer, when });

/** The buffer of a request whose iocb's address stands in this field. */
export const notedRead = ([offset, type]: StructLayout[string]): Source => ({
  from: 'note',
  book,
  offset,
  type,
});
