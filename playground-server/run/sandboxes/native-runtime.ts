import assert from 'node:assert/strict';
import type { Limits } from '../../protocol/index.ts';
import { planProgram } from '../../sandbox/plan-program.ts';
import type { Host } from '../host/host.ts';
import { forEachTape } from '../../decode/families/shown-calls.ts';
import { syscallNumber } from '../../decode/syscall-name.ts';
import { tracedRules } from '../../sandbox/policy/action-of.ts';
import type { Runtime } from './runtime.ts';

/** Compiled programs: the sandbox is held before it executes a file that is provided last. */
export function nativeRuntime(host: Host, limits: Limits): Runtime {
  return {
    limits,
    actions: forEachTape((tape) => tracedRules(host.policies.program[tape], syscallNumber)),
    servesAll: false,
    plan: (identity, scratch, tape, given) =>
      planProgram({
        identity,
        rootDirectory: host.programRoot,
        filterFile: host.programFilters[tape],
        scratch,
        limits,
        given,
      }),
    makeReady: async (_, pid) => ({ supervisorPid: pid, runningPid: null }),
    handOver(program, _lines, _tape, { stdin }) {
      assert(program.kind === 'elf', 'only an executable can be executed');
      const { image, regions } = program;
      return {
        places: { kind: 'line-table', image, regions, libraryRoot: host.programRoot },
        // The rest of the sandbox's set-up waits for it, and overlaps with taking a tracer.
        prepare: (sandbox) => sandbox.provide(image),
        begin(sandbox) {
          sandbox.release();
          if (stdin !== null) sandbox.stdin?.end(stdin);
        },
      };
    },
  };
}
