import type { Sandbox } from '../../sandbox/launch.ts';

/** Ends a sandbox that is no longer needed. */
export async function abandon(sandbox: Sandbox): Promise<void> {
  sandbox.kill();
  await sandbox.gone;
  sandbox.close();
}
