import { boundDiagnostics } from './bound-diagnostics.ts';
import type { Diagnostic } from './compile-result.ts';
import type { Compiler } from './compiler.ts';
import type { Program } from './program.ts';
import type { Build } from './read-build.ts';
import type { Tools } from './tool.ts';
import { createTypeChecker } from './type-checker.ts';

/** Types that take longer to check than this are a puzzle, or an attack. */
const checkTimeoutMs = 3000;

const gaveUp: Diagnostic = {
  severity: 'warning',
  line: 0,
  column: 0,
  message:
    'The types were not checked: that took too long. The snippet runs all the same; simplify its types to have them checked.',
};

const asItIs = (source: string): Program => ({ kind: 'source', text: source });

/**
 * TypeScript needs no compiler to run: Node strips the types. The snippet is checked all the same,
 * and rejected if Node could not strip it. A type error is reported, but the snippet still runs, as
 * it would on a desktop.
 */
export async function createTypeScriptCompiler({ keepTool }: Tools): Promise<Compiler> {
  const checker = createTypeChecker(() => keepTool('check-types.ts'), checkTimeoutMs);
  return {
    id: 'typescript',
    async build(source, signal): Promise<Build> {
      const answer = await checker.check(source, signal);
      if (answer === 'cancelled') return { kind: 'cancelled' };
      const program = asItIs(source);
      if (answer === 'gave-up') return { kind: 'compiled', program, diagnostics: [gaveUp] };
      const { syntax, types } = answer;
      if (syntax.length > 0) return { kind: 'not-compiled', diagnostics: boundDiagnostics(syntax) };
      return { kind: 'compiled', program, diagnostics: boundDiagnostics(types) };
    },
    asItIs,
    close: () => checker.close(),
  };
}
