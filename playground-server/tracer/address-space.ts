import { Notes } from './capture/notes.ts';

/** Threads and vfork children share one; fork and execve make another. */
export interface AddressSpace {
  /** number of tracees that run in it */
  users: number;
  notes: Notes;
}

export const newAddressSpace = (): AddressSpace => ({ users: 1, notes: new Notes() });
