import { keepResult, linkPolicy } from '../../../share/short-links.ts';
import type { Words } from '../../../words/words.ts';
import { copied, saidMs } from '../output/copy-button.ts';

/**
 * A button that has the server keep the newest run, shows the address of the result and copies it. It
 * is there only while there is a run to share, on a server that keeps any.
 * @param runId null while there is no run to share
 * @returns shows or hides the button, as the newest run demands
 */
export function offerResult(
  button: HTMLElement,
  place: HTMLElement,
  words: Words,
  runId: () => string | null,
): () => void {
  const label = button.textContent;
  let keepsResults: Promise<boolean> | null = null;
  const refresh = async (): Promise<void> => {
    button.hidden = true;
    if (runId() === null) return;
    keepsResults ??= linkPolicy().then(({ kind }) => kind === 'value');
    button.hidden = !(await keepsResults) || runId() === null;
  };
  const share = async (id: string): Promise<void> => {
    const answer = await keepResult(id);
    place.hidden = false;
    if (answer.kind === 'value') {
      const { href } = new URL(answer.value.path, location.href);
      place.textContent = href;
      button.textContent = words.say((await copied(href)) ? 'tools.shared' : 'tools.notCopied');
      setTimeout(() => (button.textContent = label), saidMs);
      return;
    }
    place.textContent =
      answer.kind === 'unreachable'
        ? words.say('share.linkUnreachable')
        : words.say(`problem.${answer.problem.code}`, { seconds: answer.retryAfterSeconds });
  };
  button.addEventListener('click', () => {
    const id = runId();
    if (id !== null) void share(id);
  });
  return () => void refresh();
}
