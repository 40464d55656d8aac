import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import { nodeArguments } from '../../compile/node-root.ts';
import { readPipe } from '../../linux/pipe.ts';
import type { Limits } from '../../protocol/index.ts';
import type { Sandbox } from '../../sandbox/launch.ts';
import { SandboxFailed } from '../../sandbox/sandbox-failed.ts';
import { planNode } from '../../sandbox/plan-program.ts';
import type { Host } from '../host/host.ts';
import { forEachTape } from '../../decode/families/shown-calls.ts';
import { syscallNumber } from '../../decode/syscall-name.ts';
import { tracedRules } from '../../sandbox/policy/action-of.ts';
import { renderLateFilter } from '../../sandbox/policy/render-policy.ts';
import type { Runtime } from './runtime.ts';

/** What guest/loader.ts prints when it waits for a snippet. */
const readyLine = 'ready\n';
const readyTimeoutMs = 20_000;
const pollMs = 2;

/** TypeScript snippets: Node, fully loaded, waits for the source on its standard input. */
export function nodeRuntime(host: Host, limits: Limits): Runtime {
  const filters = forEachTape((tape) =>
    Buffer.from(renderLateFilter(host.policies.node[tape])).toString('base64'),
  );
  return {
    limits,
    actions: forEachTape((tape) => tracedRules(host.policies.node[tape], syscallNumber)),
    servesAll: true,
    plan: (identity, scratch, _, given) =>
      planNode(
        {
          identity,
          rootDirectory: host.nodeRoot,
          filterFile: host.nodeFilter,
          scratch,
          limits,
          given,
        },
        nodeArguments('loader.ts'),
      ),
    async makeReady(sandbox, pid) {
      sandbox.release();
      await waitUntilReady(sandbox);
      return { supervisorPid: pid, runningPid: onlyChild(pid) };
    },
    handOver(program, lineCount, tape, given) {
      assert(program.kind === 'source', 'Node runs source text only');
      const mark = randomBytes(8).readBigUInt64LE();
      const source = program.text;
      return {
        places: { kind: 'marks', mark, lineCount },
        prepare: () => undefined,
        begin: (sandbox) =>
          sandbox.stdin?.end(
            JSON.stringify({
              mark: String(mark),
              source,
              filter: filters[tape],
              arguments: given.arguments,
            }),
          ),
      };
    },
  };
}

async function waitUntilReady(sandbox: Sandbox): Promise<void> {
  let hasEnded = false;
  void sandbox.exited.then(() => (hasEnded = true));
  const lateMs = performance.now() + readyTimeoutMs;
  let said = '';
  while (said !== readyLine) {
    said += Buffer.from(readPipe(sandbox.stdoutFd) ?? []).toString('utf8');
    if (said === readyLine) return;
    if (hasEnded || performance.now() > lateMs) throw new SandboxFailed(whatNodeSaid(sandbox));
    // A watcher would read from the pipe, whose only reader must be the run's.
    await setTimeout(pollMs);
  }
}

const whatNodeSaid = (sandbox: Sandbox): string =>
  `Node did not start: ${Buffer.from(readPipe(sandbox.stderrFd) ?? []).toString('utf8')}`;

/** Node's pid on the host: the one process that the sandbox's pid 1 started; proc(5). */
function onlyChild(pid: number): number {
  const child = Number.parseInt(readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8'), 10);
  if (Number.isNaN(child)) throw new SandboxFailed('Node ended while it waited.');
  return child;
}
