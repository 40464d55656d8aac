import { createHash } from 'node:crypto';
import { languages, type Language } from '../protocol/index.ts';
import type { CompileResult } from './compile-result.ts';
import type { Asker, Compiler } from './compiler.ts';
import type { KeptProgramBounds } from './kept-programs.ts';
import { createProgramCache } from './program-cache.ts';
import { compilerBroke } from './read-build.ts';

export interface Compilation extends Asker {
  language: Language;
  source: string;
  signal: AbortSignal;
}

/** The compile stage: snippet → program, from the cache if possible. */
export interface CompileStage {
  /** Never rejects: each way in which the compiler or the sandbox can fail is a kind of result. */
  compile(compilation: Compilation): Promise<CompileResult>;
  /** The same without the checks that only find mistakes, when nobody will read the diagnostics. */
  translate(compilation: Compilation): Promise<CompileResult>;
  /** Ends what stands ready. */
  close(): void;
}

/** Builds and times it; if the compiler throws, the fault is ours. */
export async function buildTimed(
  compiler: Compiler,
  { source, signal, ...asker }: Omit<Compilation, 'language'>,
): Promise<CompileResult> {
  const start = process.hrtime.bigint();
  try {
    const build = await compiler.build(source, signal, asker);
    if (build.kind !== 'compiled') return build;
    return { ...build, cached: false, elapsedNs: process.hrtime.bigint() - start };
  } catch (error) {
    return compilerBroke(error);
  }
}

/** Prepares the compilers, one after the other; throws if a toolchain is missing or cannot work in the sandbox. */
export async function createCompileStage(
  toolchains: Readonly<Record<Language, () => Promise<Compiler>>>,
  bounds: KeptProgramBounds,
): Promise<CompileStage> {
  const compilers = new Map<Language, Compiler>();
  const close = () => compilers.forEach((compiler) => compiler.close());
  try {
    for (const language of languages) compilers.set(language, await toolchains[language]());
  } catch (error) {
    close();
    throw error;
  }
  const cache = createProgramCache(bounds);

  const compile = async ({ language, signal, ...rest }: Compilation): Promise<CompileResult> => {
    const compiler = compilers.get(language);
    if (!compiler) return compilerBroke(`no compiler for ${language}`);
    const key = createHash('sha256').update(`${compiler.id}\0${rest.source}`).digest('base64');
    const build = (abort: AbortSignal) => buildTimed(compiler, { ...rest, signal: abort });
    return cache.get(key, rest.client, build, signal);
  };
  return {
    compile,
    async translate(compilation) {
      const program = compilers.get(compilation.language)?.asItIs?.(compilation.source);
      if (!program) return compile(compilation);
      return { kind: 'compiled', program, diagnostics: [], cached: false, elapsedNs: 0n };
    },
    close,
  };
}
