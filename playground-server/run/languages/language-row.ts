import type { Compiler } from '../../compile/compiler.ts';
import type { Tools } from '../../compile/tool.ts';
import type { Limits, Tape } from '../../protocol/index.ts';
import type { ShownCalls } from '../../sandbox/policy/show-calls.ts';
import type { Host } from '../host/host.ts';
import type { ToolLimits } from '../limits.ts';
import type { Runtime } from '../sandboxes/runtime.ts';

/** How much of everything an engine has, and which calls it shows. */
export interface MachinerySizes {
  slots: number;
  /** Node processes that wait, fully loaded, for a TypeScript snippet: 36 MiB each */
  typescriptReady: number;
  /** calls that appear on each tape */
  shownOn: (tape: Tape) => readonly ShownCalls[];
  /** what a compiler may use for one snippet */
  tools: ToolLimits;
}

/** How snippets in one language are compiled and run on this host. */
export interface LanguageRow {
  /** The compiler and its version, as shown to readers. */
  compilerVersion(): string;
  /** Prepares its compiler, or throws what to install. */
  createCompiler(tools: Tools): Promise<Compiler>;
  /** What its programs may use instead of the common limits, with the reason for each. */
  limits(common: Limits): Limits;
  /** What its compiler may use for one snippet instead of what all may, with the reason; all the same, if absent. */
  toolLimits?(common: ToolLimits): ToolLimits;
  /** How a sandbox runs its programs. */
  runtime(host: Host, limits: Limits): Runtime;
  /** Number of sandboxes that wait for its snippets. */
  ready(sizes: MachinerySizes): number;
  /** The smallest snippet that needs everything, AIO included; it exits with 0. */
  probe: string;
}
