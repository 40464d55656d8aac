import { writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createEngine } from '../playground-server/run/create-engine.ts';
import { differences } from './record/check-example.ts';
import { exampleIds, examplesFolder, playExample, readExample } from './record/play-example.ts';

/**
 * npm run record [id…]: runs examples and keeps what happened as tape.json, one event a line.
 * An example whose results are not what its example.yaml expects is named, and not recorded.
 */
const wanted = process.argv.slice(2);
const ignore = () => undefined;
const engine = await createEngine(
  { runsAtOnce: 1, runsWaiting: 1, runsPerClient: 1, workDir: tmpdir() },
  { stageDone: ignore, runDone: ignore, troubled: console.error },
);
let wrong = 0;
for (const id of wanted.length > 0 ? wanted : exampleIds()) {
  const example = readExample(id);
  // Twice: the tape is to show the program's own pace, not the compiler's.
  await playExample(engine, example);
  const events = await playExample(engine, example);
  const wrongs = differences(example.facts, events);
  if (wrongs.length > 0) {
    wrong += 1;
    console.error(`${id}: ${wrongs.join('; ')}`);
    continue;
  }
  const lines = events.map((event) => JSON.stringify(event)).join(',\n');
  writeFileSync(join(examplesFolder, id, 'tape.json'), `[\n${lines}\n]\n`);
  console.log(`${id}: ${events.length} events`);
}
await engine.close(1000);
if (wrong > 0) process.exitCode = 1;
