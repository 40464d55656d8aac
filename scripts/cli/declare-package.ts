import { readFileSync } from 'node:fs';
import { transpileDeclaration } from 'typescript';
import { declareContract } from './declare-contract.ts';

/** Whose functions and classes the package exports: cli/index.ts names them. */
const sources = ['client/run.ts', 'client/run-error.ts', 'transcript/strace-text.ts'];

/** index.d.ts of the package: one file, which imports nothing. */
export const declarePackage = (): string =>
  [declareContract(), ...sources.map((path) => declare(`playground-server/protocol/${path}`))].join(
    '\n',
  );

/** What a file exports; all that it imports is in the same declarations. */
function declare(path: string): string {
  const { outputText } = transpileDeclaration(readFileSync(path, 'utf8'), { fileName: path });
  return outputText.replaceAll(/^import .*;\n/gm, '');
}
