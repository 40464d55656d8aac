import { openMemoryFile, type MemoryFile } from '../linux/memory-file.ts';
import { closePipe, openBlockingPipe, type Pipe } from '../linux/pipe.ts';
import type { CBuild } from './build-c.ts';
import type { SplitSource } from './preamble.ts';
import { statusAfter } from './shell-status.ts';
import type { StartZygote, ToolOutcome, ToolUse } from './tool.ts';
import { createZygotes, type Zygotes } from './zygotes.ts';

/** A compiler of C holds about 20 MiB: one serves any snippet, the others known preambles. */
const compilersKept = 4;

/** As many as there are sets of libraries that headers stand for. */
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
 * Has the children of three zygotes build a snippet: the assembler's reads what the compiler's writes,
 * then the linker's reads what they made. Null if it must be built in one piece. Never rejects.
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
  const assembler = assemblers.find('');
  const between = assembler && openBetween();
  if (!between) return null;
  const { assembly, object } = between;
  try {
    const stages = [
      compiler.fork({ rest: encoder.encode(known.rest), output: { fd: assembly.writeFd } }, use),
      assembler.fork({ rest: { fd: assembly.readFd }, output: object }, use),
    ] as const;
    closePipe(assembly);
    const [compiled, assembled] = await Promise.all(stages);
    if (compiled.kind === 'exited' && hasMisplaced(compiled)) return null;
    if (!hasWorked(compiled))
      return hasWorked(assembled) ? compiled : ofEither(compiled, assembled);
    if (!hasWorked(assembled)) return after(compiled.stderr, assembled);
    // Others may have spent the one from before; to start another takes less than to compile again.
    linkers.want(libraries);
    const linked = await linkers.find(libraries)?.fork({ rest: object }, use);
    return linked ? after(compiled.stderr, after(assembled.stderr, linked)) : null;
  } finally {
    object.close();
  }
}

const encoder = new TextEncoder();

/** What leads from one stage to the next; null if there is no descriptor left for it. */
function openBetween(): { assembly: Pipe; object: MemoryFile } | null {
  let object: MemoryFile | null = null;
  try {
    object = openMemoryFile();
    return { object, assembly: openBlockingPipe() };
  } catch {
    object?.close();
    return null;
  }
}

type Exited = Extract<ToolOutcome, { kind: 'exited' }>;

const hasWorked = (outcome: ToolOutcome): outcome is Exited =>
  outcome.kind === 'exited' && outcome.status === 0;

const brokenPipe = `\ncc1 ${statusAfter('SIGPIPE')}\n`;

/** Who is to blame if both have failed: a compiler's pipe breaks if the assembler ends before it. */
function ofEither(compiled: ToolOutcome, assembled: ToolOutcome): ToolOutcome {
  if (compiled.kind !== 'exited') return compiled;
  const said = Buffer.from(compiled.stderr);
  const isBroken = said.subarray(-brokenPipe.length).toString('latin1') === brokenPipe;
  return isBroken ? after(said.subarray(0, -brokenPipe.length), assembled) : compiled;
}

/** What a stage said comes before what the next one says. */
const after = (stderr: Uint8Array, next: ToolOutcome): ToolOutcome =>
  next.kind === 'exited' ? { ...next, stderr: Buffer.concat([stderr, next.stderr]) } : next;
