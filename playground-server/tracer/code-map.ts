import type { MappedCode, Mapping } from '../decode/unwind/mapped-code.ts';
import { executableMappings } from '../linux/mappings.ts';

/** The loader maps a few libraries, dlopen(3) a few more; a hostile program always has new code. */
const maxReads = 64;

/** Where one address space has code: read when it is asked for an address that it does not know. */
export class CodeMap {
  #mappings: readonly Mapping[] = [];
  #reads = 0;

  /**
   * As seen by a thread of that address space, which has stopped at an address. What is mapped is
   * read now if need be: it will be looked up when the thread may run again.
   */
  of(pid: number, stoppedAt: bigint): MappedCode {
    const at = (address: bigint) => this.#find(address) ?? this.#findAnew(address, pid);
    at(stoppedAt);
    return { at };
  }

  #findAnew(address: bigint, pid: number): Mapping | null {
    if (this.#reads >= maxReads) return null;
    this.#reads += 1;
    this.#mappings = executableMappings(pid);
    return this.#find(address);
  }

  #find(address: bigint): Mapping | null {
    return this.#mappings.find(({ start, end }) => address >= start && address < end) ?? null;
  }
}
