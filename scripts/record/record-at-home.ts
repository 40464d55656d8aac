import { existsSync } from 'node:fs';
import type { Engine } from '../../playground-server/run/engine.ts';
import { differences } from '../../site/recordings/kept-promise.ts';
import { playVariant, requestOf } from './play-variant.ts';
import type { Variant } from './read-variants.ts';
import type { Said } from './said.ts';
import { writeTape } from './write-tape.ts';

/**
 * Keeps what a variant does on the kernel that it is written for, beside it. One whose results are not
 * what its example.yaml expects is not recorded.
 */
export async function recordAtHome(
  engine: Engine,
  variant: Variant,
  { missing }: { missing: boolean },
): Promise<Said | null> {
  if (missing && existsSync(variant.tapePath)) return null;
  const lack = engine.unavailable(requestOf(variant));
  if (lack !== null) return { kind: 'wrong', text: lack };
  // Twice: the tape is to show the program's own pace, not the compiler's.
  await playVariant(engine, variant);
  const events = await playVariant(engine, variant);
  const wrongs = differences(variant, events);
  if (wrongs.length > 0) return { kind: 'wrong', text: wrongs.join('; ') };
  writeTape(variant.tapePath, events);
  return { kind: 'recorded', text: `${events.length} events` };
}
