import { cCommands, languageFlags } from './c-commands.ts';
import { type CBuild, createCBuild } from './build-c.ts';
import type { Compiler } from './compiler.ts';
import { createHeldCompilers } from './held-compilers.ts';
import { splitPreamble } from './preamble.ts';
import { type Build, readBuild } from './read-build.ts';
import type { ToolOutcome, Tools } from './tool.ts';

/**
 * An idle compiler holds about 20 MiB, mostly shared: one serves any snippet, the others known
 * preambles.
 */
const heldCapacity = 4;

/**
 * What a held compiler made of a snippet, or null if it must be built again in one piece: when the
 * held compiler was killed, which is no reason to fail, and when gcc may have misplaced a message
 * inside a format string. It finds that place by reading the source again, but not after a #line
 * directive (gcc/input.cc).
 */
function readHeld(outcome: ToolOutcome, source: string): Build | null {
  const isMisplaced =
    outcome.kind === 'exited' && Buffer.from(outcome.stderr).includes('"-Wformat');
  const build = readBuild(outcome, source);
  return isMisplaced || build.kind === 'faulted' ? null : build;
}

function holding(build: CBuild, holdTool: NonNullable<Tools['holdTool']>) {
  const compilers = createHeldCompilers(heldCapacity, (preamble) => holdTool(build.held(preamble)));
  compilers.refill('');
  return compilers;
}

/** Prepares the C compiler: asks the host's gcc for its parts and builds the guest object. */
export async function createCCompiler({
  runTool,
  holdTool,
}: Pick<Tools, 'runTool' | 'holdTool'>): Promise<Compiler> {
  const build = await createCBuild(await cCommands(), runTool);
  const held = holdTool ? holding(build, holdTool) : null;

  const buildHeld = async (source: string, signal: AbortSignal): Promise<Build | null> => {
    const split = held && splitPreamble(source);
    const taken = split && held.take(split.preamble);
    if (!taken) return null;
    const matching =
      taken.preamble === '' ? { preamble: '', rest: `#line 1 "snippet.c"\n${source}` } : split;
    const outcome = await taken.tool.release(build.rest(matching, source), signal);
    return readHeld(outcome, source);
  };
  const buildWhole = async (source: string, signal: AbortSignal): Promise<Build> =>
    readBuild(await runTool({ ...build.whole(source), signal }), source);

  return {
    id: `c ${languageFlags}`,
    async build(source, signal) {
      try {
        return (await buildHeld(source, signal)) ?? (await buildWhole(source, signal));
      } finally {
        // Only after the build, so that starting the next compiler does not slow down this one.
        const split = held && splitPreamble(source);
        if (split) held.refill(split.preamble);
      }
    },
    close: () => held?.close(),
  };
}
