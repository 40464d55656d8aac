import type { RunRequest } from '../../../../playground-server/protocol/index.ts';
import { curlCommand } from '../../client/curl-command.ts';
import { runsPath } from '../../../../playground-server/protocol/client/request-run.ts';
import { copyButton } from './copy-button.ts';
import { offerResult } from '../share/offer-result.ts';
import { offerTakeaway, type Taken } from './offer-takeaway.ts';
import type { Parts } from '../parts.ts';
import type { Words } from '../../../words/words.ts';

/** What the tools of a run work on. */
interface ToolSources {
  /** The request for exactly the present source and conditions. */
  request(): RunRequest;
  /** The lines that the server has sent for the newest run. */
  received(): readonly string[];
  /** The newest run, or the recorded one; null while there is neither. */
  taken(): Taken | null;
  /** The id of the newest run, once it may be shared. */
  sharable(): string | null;
}

/** The tools of a run, once they are offered. */
export interface RunTools {
  /** Shows what has been received so far, if that is unfolded, and offers what can be shared. */
  refresh(): void;
}

/**
 * For readers who continue elsewhere: the request as a curl command, the tape in the formats of
 * other tools, and the events as received.
 */
export function offerTools(parts: Parts, words: Words, sources: ToolSources): RunTools {
  const { tools, events } = parts;
  tools.hidden = false;
  const button = tools.querySelector<HTMLElement>('[data-tool="curl"]')!;
  copyButton(button, parts.command, words, () =>
    curlCommand(new URL(runsPath, location.origin).href, sources.request()),
  );
  offerTakeaway(parts, words, () => sources.taken());
  const share = parts.takeaway.querySelector<HTMLElement>('[data-tool="share"]')!;
  const offer = offerResult(share, parts.command, words, () => sources.sharable());
  const show = eventsShower(events, words, sources);
  events.addEventListener('toggle', show);
  return {
    refresh() {
      show();
      offer();
    },
  };
}

/** Shows the events received, with a file to download; does nothing while folded. */
function eventsShower(
  events: HTMLElement,
  words: Words,
  { received }: Pick<ToolSources, 'received'>,
): () => void {
  const pre = events.querySelector('pre')!;
  const link = document.createElement('a');
  link.download = 'events.ndjson';
  link.textContent = words.say('tools.download');
  return () => {
    if (!(events as HTMLDetailsElement).open) return;
    // A link that leads nowhere yet is not one.
    pre.before(link);
    const text = received().join('\n');
    URL.revokeObjectURL(link.href);
    link.href = URL.createObjectURL(new Blob([`${text}\n`], { type: 'application/x-ndjson' }));
    pre.textContent = text || words.say('tools.noEvents');
  };
}
