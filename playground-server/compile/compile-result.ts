import type { UnstampedEvent } from '../protocol/index.ts';
import type { Program } from './program.ts';
import type { Fault } from './tool.ts';

/** What the compiler says about the snippet: the contract's diagnostic event without its kind. */
export type Diagnostic = Omit<Extract<UnstampedEvent, { kind: 'diagnostic' }>, 'kind'>;

export interface CompiledProgram {
  kind: 'compiled';
  program: Program;
  /** Warnings and notes; replayed when the program comes from the cache. */
  diagnostics: Diagnostic[];
  /** The diagnostics hold for this moment only: the next run compiles again. */
  isPassing?: true;
  elapsedNs: bigint;
  cached: boolean;
}

export type CompileResult =
  | CompiledProgram
  | { kind: 'not-compiled'; diagnostics: Diagnostic[] }
  | { kind: 'cancelled' }
  | Fault;
