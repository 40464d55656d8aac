import { Notes } from './capture/notes.ts';
import { CodeMap } from './code-map.ts';

/** Threads and vfork children share one; fork and execve make another. */
export interface AddressSpace {
  /** number of tracees that run in it */
  users: number;
  /** number of those that have begun to die and may still hold it */
  dying: number;
  /** It began with nothing of another's, as execve(2) makes it; fork(2) copies what there is. */
  wasEmpty: boolean;
  notes: Notes;
  code: CodeMap;
}

export const newAddressSpace = (madeBy: 'fork' | 'execve'): AddressSpace => ({
  users: 1,
  dying: 0,
  wasEmpty: madeBy === 'execve',
  notes: new Notes(),
  code: new CodeMap(),
});

/** Nobody will run in it any more, but it is not gone yet. */
export const isDying = ({ users, dying }: AddressSpace): boolean => users === 0 && dying > 0;
