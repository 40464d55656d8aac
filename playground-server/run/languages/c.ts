import { createCCompiler } from '../../compile/c-compiler.ts';
import { firstLine } from '../host/first-line.ts';
import { nativeRuntime } from '../sandboxes/native-runtime.ts';
import type { LanguageRow } from './language-row.ts';

/** Ready sandboxes per slot: one to take, while another is being made. */
const readyPerSlot = 2;

export const c: LanguageRow = {
  compilerVersion: () => firstLine('gcc', '--version'),
  createCompiler: createCCompiler,
  limits: (common) => common,
  runtime: nativeRuntime,
  ready: ({ slots }) => slots * readyPerSlot,
  probe: `#include <linux/aio_abi.h>
#include <sys/syscall.h>
#include <unistd.h>
int main(void) { return syscall(SYS_io_destroy, 0L) == -1 ? 0 : 1; }
`,
};
