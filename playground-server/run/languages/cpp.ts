import { createCppCompiler } from '../../compile/c-compiler.ts';
import { firstLine } from '../host/first-line.ts';
import { nativeRuntime } from '../sandboxes/native-runtime.ts';
import type { LanguageRow } from './language-row.ts';

export const cpp: LanguageRow = {
  compilerVersion: () => firstLine('g++', '--version'),
  createCompiler: createCppCompiler,
  limits: (common) => common,
  // Some headers keep a processor busy for two seconds, of which a busy host gives it a share.
  toolLimits: (common) => ({ ...common, wallTimeMs: 2 * common.wallTimeMs }),
  runtime: nativeRuntime,
  // Another is made while the next snippet is compiled, which takes longer than for C.
  ready: () => 1,
  // Small headers: the server's start waits for it.
  probe: `#include <exception>
#include <linux/aio_abi.h>
#include <sys/syscall.h>
#include <unistd.h>
int main()
{
    try {
        if (syscall(SYS_io_destroy, 0L) == -1)
            throw std::exception();
    } catch (const std::exception &) {
        return 0;
    }
    return 1;
}
`,
};
