import { existsSync } from 'node:fs';
import { standardKernel, type RunEvent } from '../../playground-server/protocol/index.ts';
import { messageOf } from '../../playground-server/run/fault-message.ts';
import type { Engine } from '../../playground-server/run/engine.ts';
import { expectedCalls } from '../../site/facts/expected-calls.ts';
import { recordingName, tapeFile } from '../../site/facts/recordings/recording-schema.ts';
import { digestOf } from '../../site/facts/recordings/tape-gist.ts';
import { playVariant, requestOf } from './play-variant.ts';
import { readTape, type Variant } from './read-variants.ts';
import { recordAtHome } from './record-at-home.ts';
import type { RecordingsStore } from './recordings-store.ts';
import type { Said } from './said.ts';
import { settledTape, type SettledTape } from './settled-tape.ts';

interface Options {
  kernel: string;
  store: RecordingsStore;
  missing: boolean;
}

/** The kernel whose tape stands beside a variant: the host's, unless it needs one of its own. */
export const homeOf = ({ facts }: Variant): string => facts.kernel ?? standardKernel;

/** Records a variant on a kernel; null if there is nothing to do. */
export async function recordOnKernel(
  engine: Engine,
  variant: Variant,
  options: Options,
): Promise<Said | null> {
  const { kernel } = options;
  if (!engine.kernels.includes(kernel)) return { kind: 'wrong', text: whyMissing(engine) };
  if (kernel === homeOf(variant)) return recordAtHome(engine, variant, options);
  // What needs a kernel of its own says nothing on the host's.
  if (kernel === standardKernel) return null;
  if (!existsSync(variant.tapePath))
    return { kind: 'wrong', text: `it has to be recorded on ${homeOf(variant)} first` };
  return recordElsewhere(engine, variant, options);
}

/** Notes what a variant does on another kernel, and keeps its tape if that says something else. */
async function recordElsewhere(
  engine: Engine,
  variant: Variant,
  { kernel, store, missing }: Options,
): Promise<Said | null> {
  const name = recordingName(variant.id, variant.lens);
  const expects = expectedCalls(variant.facts, variant.lens);
  const digest = (events: readonly RunEvent[]) => digestOf(events, expects);
  const atHome = digest(readTape(variant));
  if (missing && isRecorded(store, kernel, name, atHome)) return null;
  const notRecorded = engine.unavailable(requestOf(variant));
  if (notRecorded !== null) {
    store.note(kernel, name, { notRecorded });
    store.prune(name, atHome);
    return { kind: 'recorded', text: notRecorded };
  }
  const play = () => playVariant(engine, variant);
  const settled = await settledTape(play, digest, atHome).catch(messageOf);
  return note(settled, atHome, { kernel, store, name });
}

function note(
  settled: SettledTape | string | null,
  atHome: string,
  { kernel, store, name }: Omit<Options, 'missing'> & { name: string },
): Said {
  if (settled === null || typeof settled === 'string') {
    store.note(kernel, name, undefined);
    return { kind: 'wrong', text: settled ?? 'it does something else each time' };
  }
  const { digest, events } = settled;
  const isSame = digest === atHome;
  if (!isSame && store.tape(tapeFile(name, digest)) === undefined) store.keep(name, digest, events);
  store.note(kernel, name, digest);
  store.prune(name, atHome);
  return { kind: 'recorded', text: isSame ? 'the same' : `something else, ${digest}` };
}

/** Whether what is noted is of the snippet as it is now. */
function isRecorded(store: RecordingsStore, kernel: string, name: string, atHome: string): boolean {
  const noted = store.recordings.get(kernel)?.[name];
  if (typeof noted !== 'string') return noted !== undefined;
  return noted === atHome || store.tape(tapeFile(name, noted)) !== undefined;
}

function whyMissing(engine: Engine): string {
  const [facts] = engine.kernelFacts();
  return facts?.state === 'missing' ? facts.reason : 'the kernel is not there';
}
