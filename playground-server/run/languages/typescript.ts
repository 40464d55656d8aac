import { versionOf } from '../../compile/node-root.ts';
import { createTypeScriptCompiler } from '../../compile/typescript-compiler.ts';
import { nodeRuntime } from '../sandboxes/node-runtime.ts';
import type { LanguageRow } from './language-row.ts';

const MiB = 1024 * 1024;

export const typescript: LanguageRow = {
  compilerVersion: () =>
    `Node.js ${process.versions.node}, TypeScript ${versionOf('typescript')}, koffi ${versionOf('koffi')}`,
  createCompiler: createTypeScriptCompiler,
  // Without the limit of the address space, of which V8 reserves gigabytes.
  limits: ({ addressSpaceBytes: _, ...common }) => ({
    ...common,
    // Enough for Node to start.
    cpuTimeMs: 3000,
    // V8's heap, Node itself, and buffers as large as a C program may have.
    memoryBytes: 512 * MiB,
    // Node has a dozen threads, and starts a few more for asynchronous calls.
    processes: 48,
  }),
  runtime: nodeRuntime,
  ready: ({ typescriptReady }) => typescriptReady,
  probe: `import { AioContext, io_destroy } from 'aio';
process.exit(io_destroy(new AioContext()) === -1 ? 0 : 1);
`,
};
