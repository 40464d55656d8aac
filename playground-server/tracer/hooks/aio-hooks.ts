import { errnos } from '../../uapi/errno-table.ts';
import { readProcessMemory } from '../../linux/process-memory.ts';
import type { ReadMemory } from '../../linux/process-memory.ts';
import type { Tracee } from '../tracee.ts';
import type { AioBudget } from './aio-budget.ts';
import type { Answer, CallHook } from './call-hook.ts';

const overBudget: Answer = { verdict: 'playground-limit', errno: errnos.EAGAIN };

/** Keeps a run within its share of fs.aio-max-nr. */
export function aioHooks(budget: AioBudget): Record<string, CallHook> {
  return {
    io_setup: {
      before: ({ call, tracee }) =>
        budget.reserve(call, memoryOf(tracee)) === 'over' ? overBudget : null,
      after({ call, tracee, state }, result) {
        budget.settle(tracee.space, call, result === 0n, memoryOf(tracee));
        if (budget.isExceeded) state.tellLimit('aio-events');
      },
    },
    io_destroy: {
      after({ call, tracee }, result) {
        if (result === 0n) budget.free(tracee.space, call.args[0] ?? 0n);
      },
    },
  };
}

const memoryOf =
  ({ pid }: Tracee): ReadMemory =>
  (address, length) =>
    readProcessMemory(pid, address, length);
