import type { GoalCheck } from '../playground/client/goals/check-goal.ts';
import type { Words } from '../words/words.ts';

/**
 * Says beside Run how many parts a run has met. On a phone Run stays at the edge of the window, while
 * the parts are out of sight, to which this leads.
 */
export function showBrief(bar: HTMLElement, { parts, isSolved }: GoalCheck, { say }: Words): void {
  const shown = bar.querySelector<HTMLAnchorElement>('.brief');
  const link = shown ?? document.createElement('a');
  const count = parts.filter(({ state }) => state === 'met').length;
  link.textContent = isSolved
    ? say('goal.briefMet')
    : say('goal.brief', { count, total: parts.length });
  if (shown) return;
  link.className = 'brief';
  link.href = '#goal-parts';
  bar.querySelector('.run-slot')!.before(link);
}
