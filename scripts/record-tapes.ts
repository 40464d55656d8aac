import { parseArgs } from 'node:util';
import { standardKernel } from '../playground-server/protocol/index.ts';
import { keptKernels } from './kept-kernels.ts';
import { openEngines } from './record/open-engines.ts';
import { exampleIds, readVariants } from './record/read-variants.ts';
import { homeOf, recordOnKernel } from './record/record-on-kernel.ts';
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
const { missing, kernel: kernels = [standardKernel, ...keptKernels] } = options;
const variants = (positionals.length > 0 ? positionals : exampleIds()).flatMap(readVariants);
const recordings = kernels.flatMap((kernel) => variants.map((variant) => ({ kernel, variant })));
const isAtHome = ({ kernel, variant }: (typeof recordings)[number]) => kernel === homeOf(variant);
const store = new RecordingsStore();
const engines = await openEngines(kernels);
let wrong = 0;
// First those beside the examples: what other kernels do is compared with them.
for (const recording of recordings.sort((a, b) => Number(isAtHome(b)) - Number(isAtHome(a)))) {
  const { kernel, variant } = recording;
  const said = await recordOnKernel(engines.get(kernel)!, variant, { kernel, store, missing });
  if (said === null) continue;
  const line = `${kernel}: ${variant.id} (${variant.lens}): ${said.text}`;
  if (said.kind === 'recorded') console.log(line);
  else console.error(line);
  if (said.kind === 'wrong') wrong += 1;
}
for (const engine of [...engines.values()].toReversed()) await engine.close(1000);
if (wrong > 0) process.exitCode = 1;
