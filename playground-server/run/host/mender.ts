import type { Host } from './host.ts';
import { cleanedAway } from './shared-files.ts';

/** Sandboxes that stand on the host's files. */
interface Renewable {
  renew(): Promise<void>;
}

/**
 * Makes again what a cleaner took of the work directory, and with it the sandboxes that stand on
 * what was taken away. An attempt that fails is made up for by the next one, as a whole.
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
