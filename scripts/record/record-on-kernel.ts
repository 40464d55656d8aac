import { existsSync } from 'node:fs';
import type { RunEvent } from '../../playground-server/protocol/index.ts';
import { messageOf } from '../../playground-server/run/fault-message.ts';
import type { Engine } from '../../playground-server/run/engine.ts';
import { expectedCalls } from '../../site/facts/expected-calls.ts';
import { recordingName, tapeFile } from '../../site/facts/recordings/recording-schema.ts';
import { digestOf } from '../../site/facts/recordings/tape-gist.ts';
import { playVariant, requestOf } from './play-variant.ts';
import { readTape, type Variant } from './read-variants.ts';
import type { RecordingsStore } from './recordings-store.ts';
import type { Said } from './said.ts';
import { settledTape, type SettledTape } from './settled-tape.ts';

interface Options {
  kernel: string;
  store: RecordingsStore;
  missing: boolean;
}

/** Notes what a variant does on an own kernel, and keeps its tape if that is not the host's. */
export async function recordOnKernel(
  engine: Engine,
  variant: Variant,
  { kernel, store, missing }: Options,
): Promise<Said | null> {
  if (!existsSync(variant.tapePath))
    return { kind: 'wrong', text: 'it has to be recorded on the host first' };
  const name = recordingName(variant.id, variant.lens);
  const expects = expectedCalls(variant.facts, variant.lens);
  const digest = (events: readonly RunEvent[]) => digestOf(events, expects);
  const hosts = digest(readTape(variant));
  if (missing && isRecorded(store, kernel, name, hosts)) return null;
  if (!engine.kernels.includes(kernel)) return { kind: 'wrong', text: whyMissing(engine) };
  const notRecorded = engine.unavailable(requestOf(variant));
  if (notRecorded !== null) {
    store.note(kernel, name, { notRecorded });
    store.prune(name, hosts);
    return { kind: 'recorded', text: notRecorded };
  }
  const play = () => playVariant(engine, variant);
  const settled = await settledTape(play, digest, hosts).catch(messageOf);
  return note(settled, hosts, { kernel, store, name });
}

function note(
  settled: SettledTape | string | null,
  hosts: string,
  { kernel, store, name }: Omit<Options, 'missing'> & { name: string },
): Said {
  if (settled === null || typeof settled === 'string') {
    store.note(kernel, name, undefined);
    return { kind: 'wrong', text: settled ?? 'it does something else each time' };
  }
  const { digest, events } = settled;
  const isHosts = digest === hosts;
  if (!isHosts && store.tape(tapeFile(name, digest)) === undefined)
    store.keep(name, digest, events);
  store.note(kernel, name, digest);
  store.prune(name, hosts);
  return { kind: 'recorded', text: isHosts ? 'as on the host' : `not as on the host, ${digest}` };
}

/** Whether what is noted is of the snippet as it is now. */
function isRecorded(store: RecordingsStore, kernel: string, name: string, hosts: string): boolean {
  const noted = store.recordings.get(kernel)?.[name];
  if (typeof noted !== 'string') return noted !== undefined;
  return noted === hosts || store.tape(tapeFile(name, noted)) !== undefined;
}

function whyMissing(engine: Engine): string {
  const [facts] = engine.kernelFacts();
  return facts?.state === 'missing' ? facts.reason : 'the kernel is not there';
}
