import { chmodSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * Gives the whole run of tests a tmp of its own, and fails it when something is left there: by a
 * test, by the server or by a process that either started.
 */
export default function ownTmp(): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'live-man-vitest-'));
  // Sandboxes, with ids of their own, work below it.
  chmodSync(folder, 0o1777);
  const before = process.env['TMPDIR'];
  process.env['TMPDIR'] = folder;
  return () => {
    if (before === undefined) delete process.env['TMPDIR'];
    else process.env['TMPDIR'] = before;
    const left = readdirSync(folder);
    rmSync(folder, { recursive: true, force: true });
    if (left.length > 0) throw new Error(`the tests left in tmp: ${left.join(', ')}`);
  };
}
