import { cCommands, gccC, gccCpp, type GccLanguage } from './c-commands.ts';
import { createCBuild } from './build-c.ts';
import type { Compiler } from './compiler.ts';
import type { ReadMessages } from './gcc-messages.ts';
import { splitPreamble, type SplitSource } from './preamble.ts';
import { type Build, compilerKilled, readBuild } from './read-build.ts';
import { snippetText, type SnippetText } from './snippet-text.ts';
import type { Tools, ToolOutcome, ToolUse } from './tool.ts';
import { buildByZygotes, standReady } from './zygote-build.ts';

type GccTools = Pick<Tools, 'runTool' | 'startZygote'>;

/**
 * What came of a snippet in steps, or null if it must be built again in one piece, since one of
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
  { runTool, startZygote }: GccTools,
): Promise<Compiler> {
  const { fileName, flags, messages } = language;
  const build = await createCBuild(await cCommands(language), runTool);
  const ready = startZygote ? standReady(build, startZygote) : null;

  const buildInSteps = async (
    split: SplitSource | null,
    source: string,
    use: ToolUse,
  ): Promise<Build | null> => {
    if (!split || !ready) return null;
    const any = { preamble: '', rest: `#line 1 "${fileName}"\n${source}` };
    const parts = { splits: [split, any], libraries: build.libraries(source) };
    const outcome = await buildByZygotes(ready, parts, use);
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
  const makeReady = (preamble: string, { isHeavy }: ToolUse) => {
    ready?.compilers.want(isHeavy ? '' : preamble);
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
        makeReady((made?.kind === 'compiled' && split?.preamble) || '', use);
      }
    },
    close() {
      for (const zygotes of Object.values(ready ?? {})) zygotes.close();
    },
  };
}
