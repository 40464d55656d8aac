import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';

const script = new URL('wait-for-tracer.ts', import.meta.url).pathname;

it('keeps the process alive while it traces, and no longer', async () => {
  const { stdout } = await promisify(execFile)(process.execPath, [script], { timeout: 60_000 });
  expect(stdout).toBe('failed\n');
});
