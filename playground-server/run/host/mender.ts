import type { Host } from './host.ts';
import { cleanedAway } from './shared-files.ts';

/** Sandboxes that were made from the host's files. */
interface Renewable {
  renew(): Promise<void>;
}

/**
 * Restores what a cleaner removed from the work directory, and renews the sandboxes that were made
 * from it. If an attempt fails, the next one does all of it again.
 */
export function createMender(
  host: Pick<Host, 'mend'>,
  sandboxes: readonly Renewable[],
  troubled: (error: unknown) => void,
): () => Promise<void> {
  let isWhole = true;
  return async () => {
    const wasWhole = isWhole;
    isWhole = false;
    const made = await host.mend();
    if (made > 0 || !wasWhole) await Promise.all(sandboxes.map((each) => each.renew()));
    isWhole = true;
    if (made > 0) troubled(new Error(cleanedAway(made)));
  };
}
