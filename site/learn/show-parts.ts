import type { GoalCheck, PartCheck } from '../playground/client/goals/check-goal.ts';
import { returnedBy } from '../playground/client/goals/sightings.ts';
import { inlineCode } from '../markup/inline-code.ts';
import type { Words } from '../words/words.ts';

/** Ticks off the parts of a goal that a run has met so far. @param isOver whether to tell what was seen instead */
export function showParts(
  items: readonly HTMLElement[],
  { parts }: GoalCheck,
  isOver: boolean,
  words: Words,
): void {
  for (const [at, item] of items.entries()) {
    const part = parts[at];
    if (!part) continue;
    item.dataset['state'] = part.state;
    // In brackets, so that it is not heard as a part of the sentence before it.
    const state = words.say(`goal.state.${part.state}`);
    item.querySelector('[data-state-text]')!.textContent = `(${state})`;
    const near = isOver ? nearText(part, words) : '';
    item.querySelector('[data-near]')!.innerHTML = inlineCode(near).markup;
  }
}

/** What was seen in the place of a part that is not met; empty if there is nothing to say. */
function nearText({ state, nearest, isSimulated }: PartCheck, { say }: Words): string {
  if (state === 'met') return '';
  if (isSimulated) return say('goal.near.simulated');
  if (nearest?.status.kind !== 'returned') return '';
  const { errno } = nearest.status;
  return errno
    ? say('goal.near.failed', { errno: `\`${errno.name}\`` })
    : say('goal.near.returned', { value: returnedBy(nearest.status) });
}
