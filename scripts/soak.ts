import { chmod, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { attacks } from './bench/attacks-table.ts';
import { p50, p95 } from './bench/statistics.ts';
import { kernelsNamed } from './kept-kernels.ts';
import type { Footprint } from './soak/footprint.ts';
import { soak, type SoakReport } from './soak/soak.ts';
import { soakComplaints } from './soak/soak-complaints.ts';

/**
 * npm run soak -- [--runs N] [--at-once N] [--attacks] [--kernels 6.1,7.2|all]: mixed runs against a server of its own (cancels,
 * time-outs, crashes, floods, compile errors among them). Prints what came back and what the server
 * occupied; fails when a run was lost, mixed up with another, or left something behind. With
 * `--attacks`, other clients do beside them what the bench for fairness does, in turns; with `--kernels`,
 * the runs are on own kernels that are kept, and after each quarter their machines are killed.
 */
const { values: options } = parseArgs({
  options: {
    runs: { type: 'string', default: '10000' },
    'at-once': { type: 'string', default: '16' },
    attacks: { type: 'boolean', default: false },
    kernels: { type: 'string' },
  },
});

const columns = [
  'residentMiB',
  'descriptors',
  'inotify',
  'threads',
  'processes',
  'controlGroups',
  'mounts',
  'loopDevices',
  'scratchFiles',
  'machineMemory',
  'aioNr',
] as const satisfies readonly (keyof Footprint)[];

const row = (when: string, cells: readonly (string | number)[]): string =>
  when.padEnd(14) + cells.map((cell) => String(cell).padStart(14)).join('');

function print({ figures, footprints, left, elapsedMs, healthMs, ...report }: SoakReport): void {
  console.log('\nRuns by kind');
  for (const [kind, runs] of figures.byKind) console.log(`  ${kind.padEnd(22)}${runs}`);
  const perSecond = ((1000 * figures.runs) / elapsedMs).toFixed(1);
  console.log(
    `\n${figures.runs} runs in ${(elapsedMs / 1000).toFixed(0)} s (${perSecond}/s), ` +
      `p50 ${figures.tookMs(0.5).toFixed(0)} ms, p95 ${figures.tookMs(0.95).toFixed(0)} ms; ` +
      `the server counted ${report.counted}, and ended with ${report.exitStatus}`,
  );
  console.log(
    `/healthz meanwhile: p50 ${p50(healthMs).toFixed(0)} ms, p95 ${p95(healthMs).toFixed(0)} ms, ` +
      `longest ${Math.max(...healthMs).toFixed(0)} ms`,
  );
  console.log(`\nThe server at rest; aioNr is the whole host's, ${report.aioNrBefore} before`);
  console.log(row('runs done', columns));
  footprints.forEach((footprint, quarter) => {
    const done = Math.round((figures.runs * quarter) / (footprints.length - 1));
    console.log(
      row(
        String(done),
        columns.map((column) => Math.round(footprint[column])),
      ),
    );
  });
  console.log(
    row(
      'server ended',
      columns.map((column) => ({ ...left })[column as keyof typeof left] ?? '–'),
    ),
  );
}

const folder = await mkdtemp(join(tmpdir(), 'live-man-soak-'));
const [workDir, stateDir] = [join(folder, 'work'), join(folder, 'state')];
for (const each of [folder, workDir]) {
  await mkdir(each, { recursive: true });
  await chmod(each, 0o711);
}
try {
  const report = await soak({
    runs: Number(options.runs),
    atOnce: Number(options['at-once']),
    workDir,
    ...(options.kernels && { kernels: kernelsNamed(options.kernels) }),
    ...(options.attacks && { beside: { attacks, stateDir } }),
    progress: ({ runs, complaints }, { residentMiB }) =>
      console.log(`${runs} runs, ${complaints.length} wrong, ${residentMiB.toFixed(0)} MiB`),
  });
  print(report);
  const complaints = soakComplaints(report);
  for (const complaint of complaints) console.error(complaint);
  console.log(
    complaints.length === 0 ? '\nNothing lost, nothing left.' : `\n${complaints.length} wrong.`,
  );
  if (complaints.length > 0) process.exitCode = 1;
} finally {
  await rm(folder, { recursive: true, force: true });
}
