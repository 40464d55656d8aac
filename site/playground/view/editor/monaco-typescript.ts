import {
  ModuleKind,
  ModuleResolutionKind,
  ScriptTarget,
  typescriptDefaults,
} from 'monaco-editor/languages/features/typescript/register';

const folder = '/playground-server/guest/aio/';

/** The module `aio` as the sandbox has it: TypeScript is its own declaration. */
const sources = import.meta.glob<string>('/playground-server/guest/aio/*.ts', {
  query: '?raw',
  import: 'default',
  eager: true,
});

const home = 'file:///node_modules/aio/';

/*
 * Prepares Monaco's own TypeScript worker, once per page and only for snippets in TypeScript. It
 * completes and explains; errors come from the server's check, whose compiler is the one that
 * counts.
 */
typescriptDefaults.setCompilerOptions({
  target: ScriptTarget.ESNext,
  module: ModuleKind.ESNext,
  moduleResolution: ModuleResolutionKind.NodeJs,
  strict: true,
  noEmit: true,
  // Monaco's models have no names that end in .ts.
  allowNonTsExtensions: true,
  allowImportingTsExtensions: true,
  baseUrl: 'file:///',
  paths: { aio: [`${home}index.ts`] },
});
typescriptDefaults.setDiagnosticsOptions({
  noSemanticValidation: true,
  noSyntaxValidation: true,
  noSuggestionDiagnostics: true,
});
for (const [path, source] of Object.entries(sources)) {
  typescriptDefaults.addExtraLib(source, path.replace(folder, home));
}
