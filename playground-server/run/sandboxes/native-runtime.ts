import assert from 'node:assert/strict';
import type { Limits } from '../../protocol/index.ts';
import { planProgram } from '../../sandbox/plan-program.ts';
import type { Host } from '../host/host.ts';
import { syscallNumber } from '../../decode/syscall-name.ts';
import { tracedRules } from '../../sandbox/policy/action-of.ts';
import type { Runtime } from './runtime.ts';

/** Compiled programs: the sandbox is held before it executes a file that is provided last. */
export function nativeRuntime(host: Host, limits: Limits): Runtime {
  return {
    limits,
    actions: tracedRules(host.policies.program, syscallNumber),
    addsFilter: false,
    plan: (identity, scratch) =>
      planProgram({
        identity,
        rootDirectory: host.programRoot,
        filterFile: host.programFilter,
        scratch,
        limits,
      }),
    makeReady: async (_, pid) => ({ supervisorPid: pid, runningPid: null }),
    handOver(program) {
      assert(program.kind === 'elf', 'only an executable can be executed');
      const { image, regions } = program;
      return {
        places: { kind: 'line-table', image, regions, libraryRoot: host.programRoot },
        // The rest of the sandbox's set-up waits for it, and overlaps with taking a tracer.
        prepare: (sandbox) => sandbox.provide(image),
        begin: (sandbox) => sandbox.release(),
      };
    },
  };
}
