import type { Compiler } from '../../compile/compiler.ts';
import type { Tools } from '../../compile/tool.ts';
import type { Limits } from '../../protocol/index.ts';
import type { ShownCalls } from '../../sandbox/policy/show-calls.ts';
import type { Host } from '../host/host.ts';
import type { Runtime } from '../sandboxes/runtime.ts';

/** How much of everything an engine has, and which calls it shows. */
export interface MachinerySizes {
  slots: number;
  /** Node processes that wait, with everything loaded, for a TypeScript snippet: 45 MiB each */
  typescriptReady: number;
  /** calls that stand on the tape */
  shown: readonly ShownCalls[];
}

/** How snippets in one language are compiled and run on this host. */
export interface LanguageRow {
  /** What compiles it, with its version, as readers are told. */
  compilerVersion(): string;
  /** Makes its compiler ready, or throws what to install. */
  createCompiler(tools: Tools): Promise<Compiler>;
  /** What its programs need beyond the limits of all, with the reason for each. */
  limits: Partial<Limits>;
  /** How its programs live in a sandbox. */
  runtime(host: Host, limits: Limits): Runtime;
  /** Sandboxes that wait for its snippets. */
  ready(sizes: MachinerySizes): number;
  /** Compiled at the start where sandboxes wait: no reader should wait for a compiler that reads for seconds first. */
  rehearsal: string | null;
  /** The smallest snippet that needs everything, AIO included; it exits with 0. */
  probe: string;
}
