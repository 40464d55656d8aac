import type { CgroupParent } from '../../sandbox/cgroup.ts';
import { launch, type Sandbox } from '../../sandbox/launch.ts';
import { SandboxFailed } from '../../sandbox/sandbox-failed.ts';
import type { HostIdentity, SandboxPlan } from '../../sandbox/plan.ts';
import type { Leases } from '../sandboxes/leases.ts';

/** What a tool's sandbox takes of the host. */
export interface ToolShare {
  /** host ids for tools */
  leases: Leases;
  /** null if the server may not make control groups */
  cgroups: Pick<CgroupParent, 'addTool' | 'needTools'> | null;
}

/** Launches a sandbox with host ids that no other gets until its last process is gone. */
export function launchLeased(
  { leases, cgroups }: ToolShare,
  planFor: (identity: HostIdentity) => SandboxPlan,
): Sandbox {
  const lease = leases.take();
  if (!lease) throw new SandboxFailed('no host ids are free for another tool');
  try {
    const sandbox = launch(planFor(lease.identity));
    void sandbox.gone.then(() => leases.release(lease));
    return cgroups ? weighed(sandbox, cgroups) : sandbox;
  } catch (error) {
    leases.release(lease);
    throw error;
  }
}

/** The same sandbox, held until it is in the tools' control group. */
function weighed(sandbox: Sandbox, { addTool }: Pick<CgroupParent, 'addTool'>): Sandbox {
  const held = sandbox.held.then(async (pid) => {
    await addTool(pid);
    return pid;
  });
  // Nothing may run outside of it.
  held.catch(() => sandbox.kill());
  return { ...sandbox, held };
}
