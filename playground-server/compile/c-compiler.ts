import { cCommands, gccC, gccCpp, type GccLanguage } from './c-commands.ts';
import { type CBuild, createCBuild } from './build-c.ts';
import type { Compiler } from './compiler.ts';
import type { ReadMessages } from './gcc-messages.ts';
import { createHeldCompilers } from './held-compilers.ts';
import { splitPreamble } from './preamble.ts';
import { type Build, compilerKilled, readBuild } from './read-build.ts';
import { snippetText, type SnippetText } from './snippet-text.ts';
import type { ToolOutcome, Tools, ToolUse } from './tool.ts';

type GccTools = Pick<Tools, 'runTool' | 'holdTool'>;

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
function readHeld(outcome: ToolOutcome, snippet: SnippetText, read: ReadMessages): Build | null {
  const isMisplaced = outcome.kind === 'exited' && Buffer.from(outcome.stderr).includes('-Wformat');
  const build = readBuild(outcome, snippet, read);
  return isMisplaced || build.kind === 'faulted' ? null : build;
}

function holding(build: CBuild, holdTool: NonNullable<Tools['holdTool']>) {
  const compilers = createHeldCompilers(heldCapacity, (preamble) => holdTool(build.held(preamble)));
  compilers.refill('');
  return compilers;
}

/** Prepares the C compiler. */
export const createCCompiler = (tools: GccTools): Promise<Compiler> =>
  createGccCompiler(gccC, tools);

/** Prepares the C++ compiler. */
export const createCppCompiler = (tools: GccTools): Promise<Compiler> =>
  createGccCompiler(gccCpp, tools);

/** Prepares a compiler of gcc's: asks the host's gcc for its parts and builds the guest object. */
async function createGccCompiler(
  language: GccLanguage,
  { runTool, holdTool }: GccTools,
): Promise<Compiler> {
  const { fileName, flags, messages } = language;
  const build = await createCBuild(await cCommands(language), runTool);
  const held = holdTool ? holding(build, holdTool) : null;

  const buildHeld = async (source: string, use: ToolUse): Promise<Build | null> => {
    const split = held && splitPreamble(source, fileName);
    const taken = split && held.take(split.preamble);
    if (!taken) return null;
    const matching =
      taken.preamble === '' ? { preamble: '', rest: `#line 1 "${fileName}"\n${source}` } : split;
    const outcome = await taken.tool.release(build.rest(matching, source), use);
    return readHeld(outcome, snippetText(source, fileName), messages.read);
  };
  const buildWhole = async (source: string, use: ToolUse): Promise<Build> =>
    readBuild(
      await runTool({ ...build.whole(source), ...use }),
      snippetText(source, fileName),
      messages.read,
    );

  return {
    id: `${fileName} ${flags}`,
    async build(source, signal, { isHeavy }) {
      const use = { signal, isHeavy };
      try {
        const build = (await buildHeld(source, use)) ?? (await buildWhole(source, use));
        return build === compilerKilled ? await buildWhole(source, use) : build;
      } finally {
        // Only after the build, so that starting the next compiler does not slow down this one.
        const split = held && splitPreamble(source, fileName);
        if (split) held.refill(split.preamble);
      }
    },
    close: () => held?.close(),
  };
}
