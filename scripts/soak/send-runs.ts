import type { Agent } from 'node:http';
import type { Figures } from './figures.ts';
import { readRun, type ReadRun } from './read-run.ts';
import { runComplaints } from './run-complaints.ts';
import { kindOf, markerOf, type RunKind } from './run-kinds-table.ts';

export interface Sender {
  port: number;
  agent: Agent;
  /** requests kept open */
  atOnce: number;
  kinds: readonly RunKind[];
  /** own kernels on which they run, in turns; none for the host's */
  kernels: readonly string[];
  figures: Figures;
}

const clients = 5;

/** Sends runs, `first` to `last` − 1, and judges what comes back. */
export async function sendRuns(sender: Sender, first: number, last: number): Promise<void> {
  let next = first;
  const work = async () => {
    while (next < last) await sendRun(sender, next++);
  };
  await Promise.all(Array.from({ length: sender.atOnce }, work));
}

async function sendRun(sender: Sender, number: number): Promise<void> {
  const { port, agent, figures, kinds, kernels } = sender;
  const kind = kindOf(number, kinds);
  const startMs = performance.now();
  // Each hundred gives each kind to the next kernel.
  const kernel = kernels[(number + Math.floor(number / 100)) % kernels.length];
  const request = kind.request(markerOf(kind, number), number);
  const snippet = kernel === undefined ? request : { ...request, kernel };
  const client = `192.0.2.${number % clients}`;
  try {
    const run = await readRun(snippet, { port, agent, client, leaves: kind.leaves });
    const complaints = runComplaints(kind, number, run);
    const name = kernel === undefined ? kind.name : `${kind.name} on ${kernel}`;
    figures.add(name, performance.now() - startMs, runIdOf(run), complaints);
  } catch (error) {
    figures.add(kind.name, performance.now() - startMs, null, [`lost: ${String(error)}`]);
  }
}

function runIdOf(run: ReadRun): string | null {
  const first = run.kind === 'read' ? run.events[0] : undefined;
  return first?.kind === 'accepted' ? first.runId : null;
}
