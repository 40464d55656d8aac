import { execFileSync } from 'node:child_process';
import type { AbiName } from './table-file.ts';

/** The compiler knows all three ABIs; of the headers, only the folder is Debian's multiarch one. */
const abiFlags: Readonly<Record<AbiName, string>> = {
  'x86-64': '-m64',
  i386: '-m32',
  x32: '-mx32',
};

/** Why this machine's compiler cannot be asked about x86; null where it can. */
export function cannotAsk(): string | null {
  return process.arch === 'x64' ? null : `the headers here are those of ${process.arch}, not x64`;
}

let headerFolder: string | null = null;

/** Runs gcc over C that comes on its standard input. */
function gcc(abi: AbiName, mode: readonly string[], headers: readonly string[], body = ''): string {
  headerFolder ??= `/usr/include/${execFileSync('gcc', ['-print-multiarch'], { encoding: 'utf8' }).trim()}`;
  const input = headers.map((header) => `#include <${header}>\n`).join('') + body;
  const options = [
    abiFlags[abi],
    '-O1',
    '-w',
    '-I',
    headerFolder,
    '-x',
    'c',
    ...mode,
    '-o',
    '-',
    '-',
  ];
  return execFileSync('gcc', options, { input, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
}

/** Every identifier that the headers mention outside of comments, in their order. */
export function identifiers(abi: AbiName, headers: readonly string[]): ReadonlySet<string> {
  const text = gcc(abi, ['-E', '-P', '-dD'], headers);
  return new Set(text.match(/\b[A-Za-z_]\w*/g));
}

/**
 * The values of constant C expressions. No program is run, nor libc needed: the assembler's text
 * carries them, as in the kernel's own asm-offsets.c (include/linux/kbuild.h).
 */
export function evaluate(
  abi: AbiName,
  headers: readonly string[],
  expressions: readonly string[],
  declarations = '',
): number[] {
  // Two halves, since an operand of 64 bits cannot be printed for every ABI.
  const statements = expressions.map(
    (expression, index) =>
      `__asm__("#fact ${index} %0 %1" :: "i"((int)((unsigned long long)(${expression}) >> 32)), ` +
      `"i"((int)(unsigned long long)(${expression})));\n`,
  );
  const body = `${declarations}\nvoid facts(void) {\n${statements.join('')}}\n`;
  const assembly = gcc(abi, ['-S'], headers, body);
  const found = [...assembly.matchAll(/^\s*#fact \d+ \$(-?\d+) \$(-?\d+)$/gm)];
  if (found.length !== expressions.length) throw new Error(`gcc ${abiFlags[abi]} lost a constant`);
  return found.map(([, high, low]) => {
    const value = (BigInt(high ?? 0) << 32n) | BigInt.asUintN(32, BigInt(low ?? 0));
    return Number(value);
  });
}

/** The version of the kernel that the headers come from: [6, 1, 187]. */
export function headersVersion(): readonly number[] {
  const [code = 0] = evaluate('x86-64', ['linux/version.h'], ['LINUX_VERSION_CODE']);
  return [code >> 16, (code >> 8) & 0xff, code & 0xff];
}
