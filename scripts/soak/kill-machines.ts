import { sandboxedProcesses } from '../../tests/sandbox/host.ts';
import { readRun } from './read-run.ts';
import { markerOf } from './run-kinds-table.ts';
import { killedMachine } from './machine-run-kinds-table.ts';
import type { Sender } from './send-runs.ts';

/**
 * Runs a program on a machine of each kernel, and kills all machines of the server once it has
 * printed something: the reader has to be told so, with what was seen before.
 */
export async function killMachines(sender: Sender, workDir: string): Promise<void> {
  const { port, agent, kernels, figures } = sender;
  for (const kernel of kernels) {
    const number = figures.runs;
    const marker = markerOf(killedMachine, number);
    const startMs = performance.now();
    const run = await readRun(
      { ...killedMachine.request(marker, number), kernel },
      { port, agent, heard: ({ kind }) => kind === 'output' && endKernels(workDir) },
    );
    const events = run.kind === 'read' ? run.events : [];
    const shown = events.flatMap((event) => (event.kind === 'output' ? [event.text] : []));
    const last = events.at(-1);
    const isTold = last?.kind === 'faulted' && last.code === 'sandbox-failed';
    const [first] = events;
    figures.add(
      `${killedMachine.name} on ${kernel}`,
      performance.now() - startMs,
      first?.kind === 'accepted' ? first.runId : null,
      [
        ...(isTold ? [] : [`ended as ${JSON.stringify(last)}`]),
        ...(shown.join('') === `${marker}\n` ? [] : [`shows ${JSON.stringify(shown)}`]),
      ],
    );
  }
}

function endKernels(workDir: string): void {
  for (const { pid, name } of sandboxedProcesses(workDir)) {
    if (name !== 'linux') continue;
    try {
      process.kill(pid, 'SIGKILL');
    } catch {
      // Its kernel has taken it along.
    }
  }
}
