import type { UnstampedEvent } from '../protocol/index.ts';

/** What the compiler says about the snippet: the contract's diagnostic event without its kind. */
export type Diagnostic = Omit<Extract<UnstampedEvent, { kind: 'diagnostic' }>, 'kind'>;

export interface CompiledProgram {
  kind: 'compiled';
  /** An ELF executable. */
  program: Uint8Array;
  /** Warnings and notes; replayed when the program comes from the cache. */
  diagnostics: Diagnostic[];
  elapsedNs: bigint;
  cached: boolean;
}

export type CompileResult =
  | CompiledProgram
  | { kind: 'not-compiled'; diagnostics: Diagnostic[] }
  | { kind: 'cancelled' }
  | { kind: 'faulted'; message: string };
