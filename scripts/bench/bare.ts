import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RunTimes } from './client.ts';

/** What a reader would do by hand: gcc -O0, then the program; its first output follows its first call. */
export async function runBare(source: string): Promise<RunTimes> {
  const folder = mkdtempSync(join(tmpdir(), 'live-man-bench-'));
  try {
    writeFileSync(join(folder, 'prog.c'), source);
    const startMs = performance.now();
    const shell = spawn('/bin/sh', ['-c', 'gcc -O0 prog.c -o prog && ./prog'], { cwd: folder });
    let firstCallMs = NaN;
    shell.stdout.once('data', () => (firstCallMs = performance.now() - startMs));
    const [status] = (await once(shell, 'close')) as [number];
    return { firstCallMs, finishedMs: performance.now() - startMs, outcome: `exit ${status}` };
  } finally {
    rmSync(folder, { recursive: true });
  }
}
