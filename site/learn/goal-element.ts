import { inlineCode } from '../markup/inline-code.ts';
import { checkGoal } from '../playground/client/goals/check-goal.ts';
import { goalStatus } from '../playground/client/goals/goal-status.ts';
import { hasEnded, type RunState } from '../playground/client/run-state.ts';
import { browserProgress } from '../playground/view/browser-kept.ts';
import { readSharedFacts } from '../playground/view/playground-facts.ts';
import type { PlaygroundElement } from '../playground/view/playground-element.ts';
import { onPlayground } from '../playground/view/playground-events.ts';
import { createWords, type Words } from '../words/words.ts';
import type { GoalOnPage } from './goal-facts.ts';
import { guardSolution } from './guard-solution.ts';
import { showBrief } from './show-brief.ts';
import { showParts } from './show-parts.ts';

/** `<live-man-goal>`: holds each run of its playground against a goal, and remembers what was met. */
export class GoalElement extends HTMLElement {
  #facts!: GoalOnPage;
  #words!: Words;
  #frame = 0;
  /** The source of a run that has not been noted yet; one of before a reload never is. */
  #ran: string | null = null;

  connectedCallback(): void {
    this.#facts = JSON.parse(this.querySelector('[data-goal]')!.textContent) as GoalOnPage;
    this.#words = createWords(document.documentElement.lang, this.#facts.strings);
    const { id } = this.#facts;
    if (browserProgress.of(id).metAtMs !== null) this.#say(this.#words.say('goal.metBefore'));
    this.#noteHints();
    guardSolution(this.#part('solution'), id, this.#words);
    const playground = this.querySelector<PlaygroundElement>('live-man-playground')!;
    onPlayground(playground, 'run', ({ source }) => {
      this.#ran = source;
      // What came of this run is told even if it is what came of the last one.
      delete this.#part('status').dataset['said'];
    });
    onPlayground(playground, 'state', (state) => this.#schedule(state));
  }

  /** A tape may grow by hundreds of calls a frame. */
  #schedule(state: RunState): void {
    cancelAnimationFrame(this.#frame);
    this.#frame = requestAnimationFrame(() => this.#show(state));
  }

  #show(state: RunState): void {
    // A run that never began leaves what is said of another alone.
    if (!state.began) return;
    const isOver = hasEnded(state);
    const check = checkGoal(this.#facts.pattern, state, readSharedFacts().errnos);
    showParts([...this.querySelectorAll<HTMLElement>('[data-state]')], check, isOver, this.#words);
    if (!isOver) return;
    this.#say(goalStatus(check, this.#facts.texts, this.#words));
    showBrief(this.querySelector<HTMLElement>('.run-bar')!, check, this.#words);
    if (this.#ran !== null) this.#note(this.#ran, check.isSolved);
    this.#ran = null;
    if (check.isSolved) this.#part('why').toggleAttribute('open', true);
  }

  #note(source: string, isSolved: boolean): void {
    const { id } = this.#facts;
    const { tries, metAtMs } = browserProgress.of(id);
    const playground = this.querySelector<PlaygroundElement>('live-man-playground')!;
    const isOwn = source !== playground.facts.source;
    browserProgress.note(id, {
      tries: tries + Number(isOwn),
      metAtMs: metAtMs ?? (isSolved ? Date.now() : null),
    });
    this.toggleAttribute('data-met', isSolved);
  }

  #noteHints(): void {
    const { id } = this.#facts;
    for (const [at, hint] of this.querySelectorAll('[data-hint]').entries()) {
      hint.addEventListener('toggle', () => {
        const { hints } = browserProgress.of(id);
        browserProgress.note(id, { hints: Math.max(hints, at + 1) });
      });
    }
  }

  /** A live region speaks whenever its text changes, so the same text is left alone. */
  #say(sentence: string): void {
    const status = this.#part('status');
    const { markup } = inlineCode(sentence);
    if (status.dataset['said'] === sentence) return;
    status.dataset['said'] = sentence;
    status.innerHTML = markup;
  }

  #part(name: 'status' | 'solution' | 'why'): HTMLElement {
    return this.querySelector<HTMLElement>(`[data-goal-part="${name}"]`)!;
  }
}
