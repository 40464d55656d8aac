import { expect, it } from 'vitest';
import { soak } from '../../scripts/soak/soak.ts';
import { soakComplaints } from '../../scripts/soak/soak-complaints.ts';
import { runKindsTable } from '../../scripts/soak/run-kinds-table.ts';
import { temporaryFolder } from '../tmp/temporary-folder.ts';

/** `npm run soak` sends ten thousand. A hundred are at least one of each kind. */
const runs = 100;
/** Two of the runs wait out their five seconds; a machine that is busy with others takes its time. */
const timeoutMs = 300_000;

it(
  'loses no run among cancels, crashes, floods and time-outs, mixes none up, and leaves nothing',
  { timeout: timeoutMs },
  async () => {
    const workDir = temporaryFolder('work-dir');
    const report = await soak({ runs, atOnce: 16, workDir });
    expect(soakComplaints(report)).toEqual([]);
    expect([...report.figures.byKind.keys()].sort()).toEqual(
      runKindsTable.map(({ name }) => name).sort(),
    );
    // Each reader that stayed got an id of its own, and each that left had one before.
    expect(report.figures.runIds.size).toBe(runs);
    expect(report.footprints.every(({ inotify }) => inotify === 0)).toBe(true);
  },
);
