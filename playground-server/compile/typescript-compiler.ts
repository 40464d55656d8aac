import { boundDiagnostics } from '../guest/bound-diagnostics.ts';
import type { Diagnostic } from './compile-result.ts';
import type { Compiler } from './compiler.ts';
import type { Program } from './program.ts';
import type { Build } from './read-build.ts';
import type { Answered, Tools } from './tool.ts';
import { keepTypeChecker, type CheckAnswer } from './type-checker.ts';

const notChecked = (message: string): Diagnostic[] => [
  { severity: 'warning', line: 0, column: 0, message: `The types were not checked: ${message}` },
];
const tooMuch = notChecked(
  'that took too long. The snippet runs all the same; simplify its types to have them checked.',
);
const busy = notChecked(
  'the type checker had no time for them. The snippet runs all the same; run it again to have them checked.',
);

const asItIs = (source: string): Program => ({ kind: 'source', text: source });

/**
 * TypeScript needs no compiler to run: Node strips the types. The snippet is checked all the same,
 * and rejected if Node could not strip it. A type error is reported, but the snippet still runs, as
 * it would on a desktop.
 */
export async function createTypeScriptCompiler({
  keepTool,
}: Pick<Tools, 'keepTool'>): Promise<Compiler> {
  const checker = keepTypeChecker(keepTool);
  return {
    id: 'typescript',
    async build(source, signal, { client }) {
      return buildOf(source, await checker.ask({ question: { source }, client, signal }));
    },
    asItIs,
    close: () => checker.close(),
  };
}

function buildOf(source: string, answered: Answered<CheckAnswer>): Build {
  const program = asItIs(source);
  switch (answered.kind) {
    case 'cancelled':
      return answered;
    case 'gave-up':
      return { kind: 'compiled', program, diagnostics: tooMuch };
    case 'busy':
      return { kind: 'compiled', program, diagnostics: busy, isPassing: true };
    case 'answered': {
      const { syntax, types } = answered.answer;
      if (syntax.length > 0) return { kind: 'not-compiled', diagnostics: boundDiagnostics(syntax) };
      return { kind: 'compiled', program, diagnostics: boundDiagnostics(types) };
    }
  }
}
