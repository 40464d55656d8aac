import { parseArgs } from 'node:util';
import { standardKernel } from '../playground-server/protocol/index.ts';
import { kernelsThere, openEngines } from './record/open-engines.ts';
import { exampleIds, readVariants } from './record/read-variants.ts';
import { recordOnHost } from './record/record-on-host.ts';
import { recordOnKernel } from './record/record-on-kernel.ts';
import { RecordingsStore } from './record/recordings-store.ts';

/**
 * npm run record [-- [--kernel host|6.1]… [--missing] [id…]]: runs every variant of the examples on
 * the host and on each own kernel that is there, and keeps what happened. Each recording is written
 * at once: what was broken off goes on with --missing.
 */
const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    kernel: { type: 'string', multiple: true },
    missing: { type: 'boolean', default: false },
  },
});
const { missing, kernel: named = kernelsThere() } = options;
// The host comes first: what the others do is compared with it.
const kernels = [...named].sort(
  (a, b) => Number(b === standardKernel) - Number(a === standardKernel),
);
const variants = (positionals.length > 0 ? positionals : exampleIds()).flatMap(readVariants);
const store = new RecordingsStore();
const engines = await openEngines(kernels);
let wrong = 0;
for (const kernel of kernels)
  for (const variant of variants) {
    const engine = engines.get(kernel)!;
    const said =
      kernel === standardKernel
        ? await recordOnHost(engine, variant, { missing })
        : await recordOnKernel(engine, variant, { kernel, store, missing });
    if (said === null) continue;
    const line = `${kernel}: ${variant.id} (${variant.lens}): ${said.text}`;
    if (said.kind === 'recorded') console.log(line);
    else console.error(line);
    if (said.kind === 'wrong') wrong += 1;
  }
for (const engine of [...engines.values()].toReversed()) await engine.close(1000);
if (wrong > 0) process.exitCode = 1;
