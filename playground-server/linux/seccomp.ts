import koffi from 'koffi';
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { filterActions } from '../uapi/seccomp-table.ts';

/** libseccomp 2.5 turns rules into BPF. */
const lib = koffi.load('libseccomp.so.2');
const init = lib.func('void *seccomp_init(uint32_t action)');
const release = lib.func('void seccomp_release(void *ctx)');
const attrSet = lib.func('int seccomp_attr_set(void *ctx, int attr, uint32_t value)');
const comparison = koffi.struct('scmp_arg_cmp', {
  arg: 'uint',
  op: 'int',
  datum_a: 'uint64_t',
  datum_b: 'uint64_t',
});
const ruleAdd = lib.func('seccomp_rule_add_array', 'int', [
  'void *',
  'uint32_t',
  'int',
  'uint',
  koffi.pointer(comparison),
]);
const exportBpf = lib.func('int seccomp_export_bpf(void *ctx, int fd)');

/** What a filter answers; seccomp(2). */
export type FilterAction =
  | { kind: 'allow' }
  | { kind: 'trace' }
  | { kind: 'errno'; errno: number }
  | { kind: 'kill-process' };

/** Holds when `argument & mask` equals `value`. */
export interface ArgumentTest {
  argument: number;
  mask: bigint;
  value: bigint;
}

export interface FilterRule {
  nr: number;
  action: FilterAction;
  tests: readonly ArgumentTest[];
}

function actionWord(action: FilterAction): number {
  switch (action.kind) {
    case 'allow':
      return filterActions.SECCOMP_RET_ALLOW;
    case 'trace':
      return filterActions.SECCOMP_RET_TRACE;
    case 'errno':
      return filterActions.SECCOMP_RET_ERRNO | action.errno;
    case 'kill-process':
      return filterActions.SECCOMP_RET_KILL_PROCESS;
  }
}

const SCMP_FLTATR_ACT_BADARCH = 2;
const SCMP_FLTATR_CTL_NNP = 3;
const SCMP_FLTATR_CTL_OPTIMIZE = 8;
const SCMP_CMP_MASKED_EQ = 7;

/**
 * Renders rules into a BPF program for the native ABI of x86-64; a call of the 32-bit or x32 ABI
 * kills the process. Throws with libseccomp's error number when it rejects a rule.
 */
export function renderFilter(fallback: FilterAction, rules: readonly FilterRule[]): Uint8Array {
  const ctx: unknown = init(actionWord(fallback));
  if (!ctx) throw new Error('seccomp_init failed');
  try {
    check(attrSet(ctx, SCMP_FLTATR_ACT_BADARCH, actionWord({ kind: 'kill-process' })), 'BADARCH');
    check(attrSet(ctx, SCMP_FLTATR_CTL_NNP, 1), 'NNP');
    // A binary tree of comparisons takes fewer instructions per call than a list of 300.
    check(attrSet(ctx, SCMP_FLTATR_CTL_OPTIMIZE, 2), 'OPTIMIZE');
    for (const rule of rules) addRule(ctx, rule);
    return exported(ctx);
  } finally {
    release(ctx);
  }
}

function addRule(ctx: unknown, rule: FilterRule): void {
  const tests = rule.tests.map((test) => ({
    arg: test.argument,
    op: SCMP_CMP_MASKED_EQ,
    datum_a: test.mask,
    datum_b: test.value,
  }));
  const added: unknown = ruleAdd(ctx, actionWord(rule.action), rule.nr, tests.length, tests);
  check(added, `rule for system call ${rule.nr}`);
}

/** Goes through a file, since seccomp_export_bpf writes only to a descriptor. */
function exported(ctx: unknown): Uint8Array {
  const folder = mkdtempSync(join(tmpdir(), 'live-man-bpf-'));
  const path = join(folder, 'filter');
  const fd = openSync(path, 'w');
  try {
    check(exportBpf(ctx, fd), 'export');
    return readFileSync(path);
  } finally {
    closeSync(fd);
    rmSync(folder, { recursive: true });
  }
}

function check(result: unknown, what: string): void {
  if (result !== 0) throw new Error(`libseccomp refused ${what}: ${String(result)}`);
}

const resolveName = lib.func('int seccomp_syscall_resolve_name(const char *name)');

/** Number of a system call on this machine; negative when libseccomp does not know the name. */
export const callNumber = (name: string): number => resolveName(name) as number;
