import { openMemoryFile, type MemoryFile } from '../linux/memory-file.ts';
import type { CBuild } from './build-c.ts';
import type { SplitSource } from './preamble.ts';
import type { StartZygote, ToolOutcome, ToolUse } from './tool.ts';
import { createZygotes, type Zygotes } from './zygotes.ts';

/** A compiler of C holds about 20 MiB: one serves any snippet, the others known preambles. */
const compilersKept = 4;

/** One for each set of libraries that headers stand for. */
const linkersKept = 4;

/** What stands ready between builds. */
export interface ReadyTools {
  compilers: Zygotes;
  assemblers: Zygotes;
  linkers: Zygotes;
}

/** Starts those that any snippet may need. */
export function standReady(build: CBuild, start: StartZygote): ReadyTools {
  const ready = {
    compilers: createZygotes(compilersKept, (preamble) => start(build.compiler(preamble))),
    assemblers: createZygotes(1, () => start(build.assembler)),
    linkers: createZygotes(linkersKept, (libraries) => start(build.linker(libraries))),
  };
  for (const each of Object.values(ready)) each.want('');
  return ready;
}

/**
 * Whether gcc may have misplaced a message, so that a snippet must be built again in one piece: one
 * inside a format string, whose place it finds by reading the source again, but not after a #line
 * directive (gcc/input.cc), or one at the end of the input, where it is in the zygote's own file again.
 */
const hasMisplaced = ({ stderr }: { stderr: Uint8Array }): boolean =>
  /-Wformat| at end of input/.test(Buffer.from(stderr).toString('latin1'));

/** A snippet as zygotes read it. */
export interface SnippetParts {
  /** the ways to divide it between a compiler and its child, the best first */
  splits: readonly SplitSource[];
  /** linker arguments for its libraries */
  libraries: string;
}

/**
 * Has the children of three zygotes build a snippet, one after the other. Null if it must be built in
 * one piece. Never rejects.
 */
export async function buildByZygotes(
  { compilers, assemblers, linkers }: ReadyTools,
  { splits, libraries }: SnippetParts,
  use: ToolUse,
): Promise<ToolOutcome | null> {
  // Now, so that one which has to be started does so while the compiler works.
  assemblers.want('');
  linkers.want(libraries);
  const known = splits.find(({ preamble }) => compilers.find(preamble));
  const compiler = known && compilers.find(known.preamble);
  if (!compiler) return null;
  const compiled = await compiler.fork({ rest: encoder.encode(known.rest) }, use);
  if (compiled.kind === 'exited' && hasMisplaced(compiled)) return null;
  if (!hasWorked(compiled)) return compiled;
  const [assembler, linker] = [assemblers.find(''), linkers.find(libraries)];
  const object = assembler && linker && openedFile();
  if (!object) return null;
  try {
    const assembled = await assembler.fork({ rest: compiled.stdout, output: object }, use);
    if (!hasWorked(assembled)) return after(compiled, assembled);
    const linked = await linker.fork({ rest: object }, use);
    return after(compiled, after(assembled, linked));
  } finally {
    object.close();
  }
}

const encoder = new TextEncoder();

/** Null if there is no descriptor left for it. */
function openedFile(): MemoryFile | null {
  try {
    return openMemoryFile();
  } catch {
    return null;
  }
}

type Exited = Extract<ToolOutcome, { kind: 'exited' }>;

const hasWorked = (outcome: ToolOutcome): outcome is Exited =>
  outcome.kind === 'exited' && outcome.status === 0;

/** What a stage said comes before what the next one says. */
const after = ({ stderr }: Exited, next: ToolOutcome): ToolOutcome =>
  next.kind === 'exited' ? { ...next, stderr: Buffer.concat([stderr, next.stderr]) } : next;
