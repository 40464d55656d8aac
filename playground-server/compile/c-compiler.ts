import { cCommands, gccC, gccCpp, type GccLanguage } from './c-commands.ts';
import { type CBuild, createCBuild } from './build-c.ts';
import type { Compiler } from './compiler.ts';
import type { ReadMessages } from './gcc-messages.ts';
import { createHeldLinkers } from './held-linkers.ts';
import { splitPreamble, type SplitSource } from './preamble.ts';
import { type Build, compilerKilled, readBuild } from './read-build.ts';
import { snippetText, type SnippetText } from './snippet-text.ts';
import type { Tools, ToolOutcome, ToolUse, Zygote } from './tool.ts';
import { createZygotes } from './zygotes.ts';

type GccTools = Pick<Tools, 'runTool' | 'standing'>;

/** A zygote of C holds about 20 MiB: one serves any snippet, the others known preambles. */
const zygotesKept = 4;

/** One for the next snippet, and one that was not used because a snippet was wrong. */
const linkersKept = 2;

/** What stands ready between builds. */
function standReady(build: CBuild, { startZygote, holdTool }: NonNullable<Tools['standing']>) {
  const zygotes = createZygotes(zygotesKept, (preamble) => startZygote(build.zygote(preamble)));
  const linkers = createHeldLinkers(linkersKept, (libraries) => holdTool(build.link(libraries)));
  zygotes.want('');
  linkers.refill('');
  return { zygotes, linkers };
}

/**
 * Whether gcc may have misplaced a message, so that a snippet must be built again in one piece: one
 * inside a format string, whose place it finds by reading the source again, but not after a #line
 * directive (gcc/input.cc), or one at the end of the input, where it is in the zygote's own file again.
 */
const hasMisplaced = ({ stderr }: { stderr: Uint8Array }): boolean =>
  /-Wformat| at end of input/.test(Buffer.from(stderr).toString('latin1'));

/**
 * What came of a snippet in two steps, or null if it must be built again in one piece, since one of
 * them was killed, which is no reason to fail.
 */
function readSteps(outcome: ToolOutcome, snippet: SnippetText, read: ReadMessages): Build | null {
  const build = readBuild(outcome, snippet, read);
  return build.kind === 'faulted' ? null : build;
}

/** Prepares the C compiler. */
export const createCCompiler = (tools: GccTools): Promise<Compiler> =>
  createGccCompiler(gccC, tools);

/** Prepares the C++ compiler. */
export const createCppCompiler = (tools: GccTools): Promise<Compiler> =>
  createGccCompiler(gccCpp, tools);

/** Prepares a compiler of gcc's: asks the host's gcc for its parts and builds what it needs. */
async function createGccCompiler(
  language: GccLanguage,
  { runTool, standing }: GccTools,
): Promise<Compiler> {
  const { fileName, flags, messages } = language;
  const build = await createCBuild(await cCommands(language), runTool);
  const ready = standing ? standReady(build, standing) : null;

  const compileAndLink = async (
    zygote: Zygote,
    rest: Uint8Array,
    source: string,
    use: ToolUse,
  ): Promise<ToolOutcome | null> => {
    // Before it is needed: a new one gets its sandbox while the compiler works.
    const libraries = build.libraries(source);
    const linker = ready?.linkers.take(libraries, use.isHeavy);
    if (!linker) return null;
    const compiled = await zygote.compile(rest, use);
    // Not after it was linked: that may take as long again.
    const isMisplaced = compiled.kind === 'exited' && hasMisplaced(compiled);
    if (compiled.kind !== 'exited' || compiled.status !== 0 || isMisplaced) {
      if (use.isHeavy) linker.discard();
      else ready?.linkers.giveBack(libraries, linker);
      return isMisplaced ? null : compiled;
    }
    const linked = await linker.release(compiled.stdout, use);
    if (linked.kind !== 'exited') return linked;
    return { ...linked, stderr: Buffer.concat([compiled.stderr, linked.stderr]) };
  };
  const buildInSteps = async (
    split: SplitSource | null,
    source: string,
    use: ToolUse,
  ): Promise<Build | null> => {
    const found = split && ready?.zygotes.find(split.preamble);
    if (!found) return null;
    const matching =
      found.preamble === '' ? { preamble: '', rest: `#line 1 "${fileName}"\n${source}` } : split;
    const outcome = await compileAndLink(found.zygote, build.rest(matching), source, use);
    return outcome && readSteps(outcome, snippetText(source, fileName), messages.read);
  };
  const buildWhole = async (source: string, use: ToolUse): Promise<Build> =>
    readBuild(
      await runTool({ ...build.whole(source), ...use }),
      snippetText(source, fileName),
      messages.read,
    );
  /**
   * Only after a build, so that starting what the next one takes does not slow down this one. What
   * others use is not pushed out for whoever has held slots most of the time.
   */
  const makeReady = (preamble: string, source: string, { isHeavy }: ToolUse) => {
    ready?.zygotes.want(isHeavy ? '' : preamble);
    if (!isHeavy) ready?.linkers.refill(build.libraries(source));
  };

  return {
    id: `${fileName} ${flags}`,
    async build(source, signal, { isHeavy }) {
      const use = { signal, isHeavy };
      const split = ready && splitPreamble(source, fileName);
      let made: Build | null = null;
      try {
        made = (await buildInSteps(split, source, use)) ?? (await buildWhole(source, use));
        if (made === compilerKilled) made = await buildWhole(source, use);
        return made;
      } finally {
        // Headers that do not compile are not worth a zygote.
        makeReady((made?.kind === 'compiled' && split?.preamble) || '', source, use);
      }
    },
    close() {
      ready?.zygotes.close();
      ready?.linkers.close();
    },
  };
}
