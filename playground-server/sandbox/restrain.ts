import { setLimit, withIds, type Resource } from '../linux/resource-limit.ts';
import { putBehind, putLast } from '../linux/standing.ts';
import type { HostIdentity, SandboxPlan } from './plan.ts';

/** The two processes of bubblewrap, as the server sees them. */
export interface HeldPids {
  /** waits outside for the end of pid 1 */
  launcher: number;
  /** pid 1 of the sandbox: the program is its child, and inherits */
  child: number;
}

/**
 * Puts a held sandbox behind everything else on this host, so that no program or compiler can take
 * the server's memory or processor, and within the limits of its plan.
 */
export function restrain({ launcher, child }: HeldPids, { identity, limits }: SandboxPlan): void {
  asOwner(identity, () => {
    putBehind(launcher);
    putBehind(child);
    for (const { resource, soft, hard } of limits) setLimit(child, resource, soft, hard);
  });
}

/** Puts all processes of a sandbox behind those of other sandboxes. */
export function giveWay(child: number, identity: HostIdentity): void {
  asOwner(identity, () => putLast(child));
}

/** Lowers a limit of a held sandbox; its program inherits it. */
export function lowerLimit(
  pid: number,
  identity: HostIdentity,
  resource: Resource,
  value: number,
): void {
  asOwner(identity, () => setLimit(pid, resource, value));
}

const asOwner = (identity: HostIdentity, action: () => void): void =>
  identity ? withIds(identity, action) : action();
