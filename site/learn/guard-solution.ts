import { browserProgress } from '../playground/view/browser-kept.ts';
import type { Words } from '../words/words.ts';

/**
 * Opens the solution only to readers who have run something of their own, or ask a second time.
 * Without JavaScript, it opens at once.
 */
export function guardSolution(solution: HTMLElement, goal: string, words: Words): void {
  const advice = solution.parentElement!.querySelector<HTMLElement>('[data-goal-advice]')!;
  solution.querySelector('summary')!.addEventListener('click', (event) => {
    const { tries, sawSolution } = browserProgress.of(goal);
    if (tries === 0 && !sawSolution && advice.textContent === '') {
      event.preventDefault();
      advice.textContent = words.say('goal.tryFirst');
      return;
    }
    advice.textContent = '';
    browserProgress.note(goal, { sawSolution: true });
  });
}
