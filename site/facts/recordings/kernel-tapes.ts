import type { RunEvent } from '../../../playground-server/protocol/index.ts';
import type { ExpectedCall } from '../example-schema.ts';
import { inOrderOfRelease } from './kernel-release.ts';
import { tapeFile, type Recordings } from './recording-schema.ts';
import { digestOf } from './tape-gist.ts';

/** How a variant of an example ran on an own kernel. */
export interface KernelTape {
  /** id of the kernel, which is the series of its releases */
  kernel: string;
  /** the same for kernels whose tapes say the same */
  digest: string;
  /** whether it says what the tape beside the example says, and is that one */
  isSame: boolean;
  events: RunEvent[];
}

/** Where recordings are read from. */
export interface RecordingsSource {
  /** by the kernel's id */
  recordings: ReadonlyMap<string, Recordings>;
  /** a file of content/recordings/tapes/; undefined if it is not there */
  tape: (file: string) => RunEvent[] | undefined;
}

/**
 * The tapes of own kernels, oldest kernel first.
 *
 * @param beside the tape beside the example, which stands for each that says the same
 */
export function kernelTapes(
  name: string,
  beside: RunEvent[],
  expects: readonly ExpectedCall[],
  source: RecordingsSource,
): KernelTape[] {
  const own = digestOf(beside, expects);
  return inOrderOfRelease([...source.recordings.keys()]).flatMap((kernel) => {
    const digest = source.recordings.get(kernel)?.[name];
    if (typeof digest !== 'string') return [];
    const isSame = digest === own;
    const events = isSame ? beside : source.tape(tapeFile(name, digest));
    // A tape that was recorded of another version of the snippet says nothing about this one.
    return events ? [{ kernel, digest, isSame, events }] : [];
  });
}
