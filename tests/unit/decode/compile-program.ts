import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '../../tmp/temporary-folder.ts';

export const fixturePath = (name: string) => join(import.meta.dirname, 'fixtures', name);
export const fixtureSource = (name: string) => readFileSync(fixturePath(name), 'utf8');

/** Compiles C as the playground does, under the name snippet.c; gives the path of the program. */
export function compileProgram(source: string, options: readonly string[] = []): string {
  const folder = temporaryFolder('decode');
  writeFileSync(join(folder, 'snippet.c'), source);
  const headers = join(import.meta.dirname, 'fixtures');
  const flags = ['-g', '-O0', '-w', '-no-pie', `-I${headers}`, ...options];
  execFileSync('gcc', [...flags, '-o', 'program', 'snippet.c', '-laio'], { cwd: folder });
  return join(folder, 'program');
}

/** What a small C program prints; for asking the compiler about its headers. */
export function printedBy(source: string): string {
  return execFileSync(compileProgram(source), { encoding: 'utf8' });
}
