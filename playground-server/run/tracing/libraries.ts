import { readFileSync } from 'node:fs';
import {
  libraryCode,
  type FindLibrary,
  type LibraryCode,
} from '../../decode/unwind/code-finder.ts';
import { readVdso } from '../../linux/mappings.ts';

/** The shared objects of the sandboxes' roots. A program's own files are none of them. */
export class Libraries {
  readonly #known = new Map<string, LibraryCode>();

  /** Finds libraries by their path as a sandbox with that root sees them. */
  below(root: string): FindLibrary {
    return (path) => {
      // Not join(): this is done for each call, and the kernel gives whole paths.
      const file = path === '[vdso]' ? path : `${root}${path}`;
      return this.#known.get(file) ?? this.#read(file);
    };
  }

  #read(file: string): LibraryCode | null {
    const image = file === '[vdso]' ? readVdso() : readFile(file);
    const code = image && libraryCode(image);
    // Only what is there is kept: a program chooses the names of its own files.
    if (code) this.#known.set(file, code);
    return code;
  }
}

/** Null if there is no such file in the root, which is read-only to the sandboxes. */
function readFile(file: string): Uint8Array | null {
  try {
    return readFileSync(file);
  } catch {
    return null;
  }
}
