import { cCommands, languageFlags } from './c-commands.ts';
import { type CBuild, createCBuild } from './build-c.ts';
import type { Compiler } from './compiler.ts';
import { createHeldCompilers } from './held-compilers.ts';
import { splitPreamble } from './preamble.ts';
import { type Build, readBuild } from './read-build.ts';
import type { ToolOutcome, Tools } from './tool.ts';

/** Idle compilers hold about 20 MiB each, most of it shared: one for any snippet, some for known preambles. */
const heldCapacity = 4;

/**
 * What a held compiler made of a snippet; null where it is to be built again, in one piece. A held
 * compiler that was killed, while it waited or later, is no reason to fail. And gcc places a message
 * within a format string by reading the source once more, which it does not do after a #line
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
        // After the build, so that the next reader's compiler does not slow down this one's.
        const split = held && splitPreamble(source);
        if (split) held.refill(split.preamble);
      }
    },
    close: () => held?.close(),
  };
}
