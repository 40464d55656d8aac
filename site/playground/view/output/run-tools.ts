import type { RunRequest } from '../../../../playground-server/protocol/index.ts';
import { curlCommand } from '../../client/curl-command.ts';
import { runsPath } from '../../client/request-run.ts';
import type { Parts } from '../parts.ts';
import type { Words } from '../../../words/words.ts';

/** What the tools of a run are about. */
interface ToolSources {
  /** The request for exactly the present source and conditions. */
  request(): RunRequest;
  /** The lines that the server has sent for the newest run. */
  received(): readonly string[];
}

/** The tools of a run, once they are offered. */
export interface RunTools {
  /** Shows what has been received until now, if that is unfolded. */
  refresh(): void;
}

/** How long a button says that it has copied. */
const saidMs = 2000;

/** For those who go on in a shell: the request as a curl command, and the events as they came. */
export function offerTools(parts: Parts, words: Words, sources: ToolSources): RunTools {
  const { tools, events } = parts;
  tools.hidden = false;
  const copy = tools.querySelector<HTMLButtonElement>('[data-tool="curl"]')!;
  copy.addEventListener('click', async () => {
    const command = curlCommand(new URL(runsPath, location.origin).href, sources.request());
    const isCopied = await copied(command);
    parts.command.hidden = isCopied;
    parts.command.textContent = isCopied ? '' : command;
    copy.textContent = words.say(isCopied ? 'tools.copied' : 'tools.notCopied');
    setTimeout(() => (copy.textContent = words.say('tools.curl')), saidMs);
  });
  const refresh = eventsShower(events, words, sources);
  events.addEventListener('toggle', refresh);
  return { refresh };
}

/** Shows the events received, with a file of them to download; nothing while it is folded away. */
function eventsShower(
  events: HTMLElement,
  words: Words,
  { received }: Pick<ToolSources, 'received'>,
): () => void {
  const link = events.querySelector('a')!;
  return () => {
    if (!(events as HTMLDetailsElement).open) return;
    const text = received().join('\n');
    URL.revokeObjectURL(link.href);
    link.href = URL.createObjectURL(new Blob([`${text}\n`], { type: 'application/x-ndjson' }));
    events.querySelector('pre')!.textContent = text || words.say('tools.noEvents');
  };
}

async function copied(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    // No permission, or no secure context: the command is shown for copying by hand.
    return false;
  }
}
