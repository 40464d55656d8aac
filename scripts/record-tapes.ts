import { writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { createEngine } from '../playground-server/run/create-engine.ts';
import { unheard } from '../playground-server/run/engine.ts';
import { differences } from './record/check-variant.ts';
import { playVariant } from './record/play-variant.ts';
import { exampleIds, readVariants } from './record/read-variants.ts';

/**
 * npm run record [id…]: runs every variant of the examples and keeps what happened beside it, one
 * event a line. One whose results are not what its example.yaml expects is named, and not recorded.
 */
const wanted = process.argv.slice(2);
const engine = await createEngine(
  { runsAtOnce: 1, runsWaiting: 1, runsPerClient: 1, workDir: tmpdir() },
  { ...unheard, troubled: console.error },
);
let wrong = 0;
for (const variant of (wanted.length > 0 ? wanted : exampleIds()).flatMap(readVariants)) {
  // Twice: the tape is to show the program's own pace, not the compiler's.
  await playVariant(engine, variant);
  const events = await playVariant(engine, variant);
  const wrongs = differences(variant, events);
  if (wrongs.length > 0) {
    wrong += 1;
    console.error(`${variant.id} (${variant.lens}): ${wrongs.join('; ')}`);
    continue;
  }
  const lines = events.map((event) => JSON.stringify(event)).join(',\n');
  writeFileSync(variant.tapePath, `[\n${lines}\n]\n`);
  console.log(`${variant.tapePath}: ${events.length} events`);
}
await engine.close(1000);
if (wrong > 0) process.exitCode = 1;
