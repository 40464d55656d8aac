import { launch, type Sandbox } from '../../sandbox/launch.ts';
import { SandboxFailed } from '../../sandbox/sandbox-failed.ts';
import type { HostIdentity, SandboxPlan } from '../../sandbox/plan.ts';
import type { Leases } from '../sandboxes/leases.ts';

/** Launches a sandbox with host ids that no other gets until its last process is gone. */
export function launchLeased(
  leases: Leases,
  planFor: (identity: HostIdentity) => SandboxPlan,
): Sandbox {
  const lease = leases.take();
  if (!lease) throw new SandboxFailed('no host ids are free for another tool');
  try {
    const sandbox = launch(planFor(lease.identity));
    void sandbox.gone.then(() => leases.release(lease));
    return sandbox;
  } catch (error) {
    leases.release(lease);
    throw error;
  }
}
