import { Notes } from './capture/notes.ts';
import { CodeMap } from './code-map.ts';

/** Threads and vfork children share one; fork and execve make another. */
export interface AddressSpace {
  /** number of tracees that run in it */
  users: number;
  notes: Notes;
  code: CodeMap;
}

export const newAddressSpace = (): AddressSpace => ({
  users: 1,
  notes: new Notes(),
  code: new CodeMap(),
});
