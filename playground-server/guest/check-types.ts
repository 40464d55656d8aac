import { createInterface } from 'node:readline';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import type TypeScript from 'typescript';
import { boundDiagnostics } from './bound-diagnostics.ts';
import { snippetUrl } from './call-mark.ts';

/**
 * The type checker inside its sandbox. It reads a source from each line of JSON, and answers with a
 * line of what the TypeScript compiler says about it. It keeps running, because reading the
 * declarations of Node and of the language takes a second. It reads snippets, but never runs one.
 */
const ts = createRequire('/checker/node_modules/')('typescript') as typeof TypeScript;

/** A message about one place; lines and columns count from 1, columns in UTF-16 units. */
export interface TypeDiagnostic {
  severity: 'error' | 'warning' | 'note';
  line: number;
  column: number;
  endLine: number;
  endColumn: number;
  message: string;
  option: string;
}

/** No more than is shown: the server that reads it has other readers to serve. */
export interface CheckAnswer {
  /** why Node could not run it */
  syntax: TypeDiagnostic[];
  /** what is wrong with its types; empty if Node could not run it */
  types: TypeDiagnostic[];
}

const snippetFile = fileURLToPath(snippetUrl);

const options: TypeScript.CompilerOptions = {
  target: ts.ScriptTarget.ES2024,
  lib: ['lib.es2024.d.ts'],
  module: ts.ModuleKind.NodeNext,
  moduleResolution: ts.ModuleResolutionKind.NodeNext,
  moduleDetection: ts.ModuleDetectionKind.Force,
  strict: true,
  noEmit: true,
  // Node rejects what its type stripping cannot remove: enum, namespace and the like.
  erasableSyntaxOnly: true,
  allowImportingTsExtensions: true,
  skipLibCheck: true,
  typeRoots: ['/checker/node_modules/@types'],
  types: ['node'],
  paths: {
    aio: ['/guest/aio/index.ts'],
    koffi: ['/checker/node_modules/koffi/index.d.ts'],
    'undici-types': ['/checker/node_modules/undici-types/index.d.ts'],
  },
};

/** "This syntax is not allowed when 'erasableSyntaxOnly' is enabled." */
const notErasable = 1294;

const declarations = new Map<string, TypeScript.SourceFile | undefined>();
const files = ts.createCompilerHost(options);
let source = '';
let program: TypeScript.Program | undefined;

const host: TypeScript.CompilerHost = {
  ...files,
  getCurrentDirectory: () => '/work',
  // Node treats the snippet as an ES module, whatever package.json says or whether there is one.
  getSourceFile(name, languageVersionOrOptions) {
    if (name === snippetFile) {
      const given =
        typeof languageVersionOrOptions === 'object'
          ? languageVersionOrOptions
          : { languageVersion: languageVersionOrOptions };
      const impliedNodeFormat = ts.ModuleKind.ESNext;
      return ts.createSourceFile(name, source, { ...given, impliedNodeFormat }, true);
    }
    if (!declarations.has(name)) {
      declarations.set(name, files.getSourceFile(name, languageVersionOrOptions));
    }
    return declarations.get(name);
  },
  fileExists: (name) => name === snippetFile || files.fileExists(name),
  readFile: (name) => (name === snippetFile ? source : files.readFile(name)),
};

function check(text: string): CheckAnswer {
  source = text;
  program = ts.createProgram({
    rootNames: [snippetFile],
    options,
    host,
    ...(program && { oldProgram: program }),
  });
  const file = program.getSourceFile(snippetFile)!;
  const misread = program.getSyntacticDiagnostics(file);
  // Types mean nothing if the text could not be parsed.
  const found = misread.length > 0 ? [] : program.getSemanticDiagnostics(file);
  const syntax = [...misread, ...found.filter(({ code }) => code === notErasable)];
  return {
    syntax: boundDiagnostics(syntax.map(described)),
    types: syntax.length > 0 ? [] : boundDiagnostics(found.map(described)),
  };
}

const severities = {
  [ts.DiagnosticCategory.Error]: 'error',
  [ts.DiagnosticCategory.Warning]: 'warning',
  [ts.DiagnosticCategory.Suggestion]: 'note',
  [ts.DiagnosticCategory.Message]: 'note',
} as const;

function described(diagnostic: TypeScript.Diagnostic): TypeDiagnostic {
  const { file, start = 0, length = 0, messageText, category, code } = diagnostic;
  const place = (at: number) =>
    file?.getLineAndCharacterOfPosition(at) ?? { line: -1, character: -1 };
  const [from, to] = [place(start), place(start + length)];
  return {
    severity: severities[category],
    line: from.line + 1,
    column: from.character + 1,
    endLine: to.line + 1,
    endColumn: to.character + 1,
    message: ts.flattenDiagnosticMessageText(messageText, '\n'),
    option: `TS${code}`,
  };
}

// The first check reads every declaration; no reader should have to wait for that.
check(`import { AioContext, io_setup } from 'aio';
import koffi from 'koffi';
import { openSync } from 'node:fs';
const ctx = new AioContext();
console.log(io_setup(1, ctx), openSync('/dev/null', 'r'), Buffer.alloc(1), koffi.errno());`);
console.log('ready');
for await (const line of createInterface({ input: process.stdin })) {
  console.log(JSON.stringify(check((JSON.parse(line) as { source: string }).source)));
}
