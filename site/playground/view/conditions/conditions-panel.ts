import type { Conditions } from '../../../../playground-server/protocol/index.ts';
import type { RunState } from '../../client/run-state.ts';
import type { Parts } from '../parts.ts';
import type { TapeContext } from '../tape-context.ts';
import { conditionsForm } from './conditions-form.ts';
import { conditionsText } from './conditions-text.ts';
import { usualUser } from '../../../../playground-server/protocol/user.ts';
import { areSameConditions, readConditions, withUser } from './read-conditions.ts';

type ConditionParts = Pick<
  Parts,
  'conditions' | 'conditions-now' | 'conditions-form' | 'conditions-problem'
>;

/** The folded panel in which a reader asks for conditions; it begins with the example's own. */
export class ConditionsPanel {
  readonly #parts: ConditionParts;
  readonly #context: TapeContext;
  readonly #own: Conditions | undefined;
  readonly #changed: () => void;
  #value: Conditions | undefined;

  constructor(
    parts: ConditionParts,
    context: TapeContext,
    own: Conditions | undefined,
    changed: () => void,
  ) {
    this.#parts = parts;
    this.#context = context;
    this.#own = this.#value = own;
    this.#changed = changed;
    parts.conditions.hidden = false;
    // A page has dozens of playgrounds, and few of these panels are ever unfolded.
    parts.conditions.addEventListener('toggle', () => this.#fill(), { once: true });
    parts['conditions-form'].addEventListener('input', () => this.#read());
    this.#resetButton.addEventListener('click', () => this.#reset());
  }

  /** The conditions to request for the next run. */
  get value(): Conditions | undefined {
    return this.#value;
  }

  set value(conditions: Conditions | undefined) {
    this.#value = conditions;
    this.#fill();
    this.#show();
  }

  get isOwn(): boolean {
    return areSameConditions(this.#value, this.#own);
  }

  /** Explains, beside the controls, a condition that the server has refused. */
  show({ phase }: RunState): void {
    const problem = this.#parts['conditions-problem'];
    const isRefused =
      phase.kind === 'rejected' && /-condition$|^condition-/.test(phase.problem.code);
    problem.hidden = !isRefused;
    if (!isRefused) return;
    problem.textContent = phase.problem.detail;
    this.#parts.conditions.toggleAttribute('open', true);
  }

  get #resetButton(): HTMLButtonElement {
    return this.#parts.conditions.querySelector('button')!;
  }

  #fill(): void {
    const { id, words } = this.#context;
    const form = conditionsForm(this.#value ?? {}, id, words);
    this.#parts['conditions-form'].innerHTML = form.markup;
  }

  #read(): void {
    const form = this.#parts['conditions-form'];
    const asked = readConditions(
      (name) =>
        form.querySelector<HTMLInputElement | HTMLTextAreaElement>(`[name="${name}"]`)?.value ?? '',
    );
    this.#value = withUser(asked, this.#value?.user ?? usualUser);
    this.#show();
  }

  #reset(): void {
    this.value = this.#own;
    this.#parts.conditions.querySelector('summary')!.focus();
  }

  #show(): void {
    const { words } = this.#context;
    this.#parts['conditions-now'].textContent = conditionsText(this.#value, words);
    this.#resetButton.hidden = this.isOwn;
    this.#changed();
  }
}
