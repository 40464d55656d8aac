import type { Conditions, RunRequest } from '../../../../playground-server/protocol/index.ts';
import type { RunState } from '../../client/run-state.ts';
import type { Parts } from '../parts.ts';
import type { TapeContext } from '../tape-context.ts';
import { usualTape, type Tape } from '../../../../playground-server/protocol/tape.ts';
import { html } from '../../../markup/html.ts';
import { browserTape } from '../browser-kept.ts';
import type { PlaygroundFacts } from '../playground-facts.ts';
import { givenForm } from './given-form.ts';
import { isGivenSame, readGiven, type Given } from './given.ts';
import { completeRule } from './complete-rule.ts';
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
  #ownGiven: Given;
  readonly #changed: () => void;
  #value: Conditions | undefined;
  #given: Given;

  constructor(
    parts: ConditionParts,
    context: TapeContext,
    { conditions: own, given = {} }: Pick<PlaygroundFacts, 'conditions' | 'given'>,
    changed: () => void,
  ) {
    this.#parts = parts;
    this.#context = context;
    this.#own = this.#value = own;
    this.#ownGiven = this.#given = given;
    const tape = given.tape ?? browserTape.load();
    if (tape !== usualTape) this.#given = { ...given, tape };
    this.#changed = changed;
    parts.conditions.hidden = false;
    if (this.#given.tape)
      parts['conditions-now'].textContent = conditionsText(own, context.words, this.#given);
    // A page has dozens of playgrounds, and few of these panels are ever unfolded.
    parts.conditions.addEventListener('toggle', () => this.#fill(), { once: true });
    parts['conditions-form'].addEventListener('input', (event) => {
      completeRule(event);
      this.#read();
    });
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

  /** Asks for what a request asks for; other playgrounds keep the tape that the reader chose. */
  take({ conditions, tape }: Pick<RunRequest, 'conditions' | 'tape'>): void {
    if (tape) this.#given = { ...this.#given, tape };
    this.value = conditions;
  }

  /** What else to request. */
  get given(): Given {
    return this.#given;
  }

  /** The page around the playground asks for the calls to tell; without a name, for the usual ones. */
  ask(tape: Tape | undefined): void {
    const withTape = ({ tape: _, ...others }: Given) => ({ ...others, ...(tape && { tape }) });
    [this.#ownGiven, this.#given] = [withTape(this.#ownGiven), withTape(this.#given)];
    this.#fill();
    this.#show();
  }

  /** Chooses the calls to tell, as if the reader had. */
  set tape(tape: Tape) {
    this.#given = { ...this.#given, tape };
    browserTape.save(tape);
    this.#fill();
    this.#show();
  }

  get isOwn(): boolean {
    return areSameConditions(this.#value, this.#own) && isGivenSame(this.#given, this.#ownGiven);
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
    const forms = html`${conditionsForm(this.#value ?? {}, id, words)}
    ${givenForm(this.#given, id, words)}`;
    this.#parts['conditions-form'].innerHTML = forms.markup;
  }

  #read(): void {
    const form = this.#parts['conditions-form'];
    const valueOf = (name: string) =>
      form.querySelector<HTMLInputElement | HTMLTextAreaElement>(`[name="${name}"]`)?.value ?? '';
    const asked = readConditions(valueOf);
    this.#given = readGiven(valueOf);
    browserTape.save(this.#given.tape ?? usualTape);
    this.#value = withUser(asked, this.#value?.user ?? usualUser);
    this.#show();
  }

  #reset(): void {
    this.#given = this.#ownGiven;
    this.value = this.#own;
    this.#parts.conditions.querySelector('summary')!.focus();
  }

  #show(): void {
    const { words } = this.#context;
    this.#parts['conditions-now'].textContent = conditionsText(this.#value, words, this.#given);
    this.#resetButton.hidden = this.isOwn;
    this.#changed();
  }
}
