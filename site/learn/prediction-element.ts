import type { RunRequest } from '../../playground-server/protocol/index.ts';
import { html, type Html } from '../markup/html.ts';
import { inlineCode } from '../markup/inline-code.ts';
import { applyEvent } from '../playground/client/apply-event.ts';
import { createExplainer } from '../playground/client/explain/explain-errno.ts';
import { idleRun, type RunState, type TapeRow } from '../playground/client/run-state.ts';
import { createRunStore } from '../playground/client/run-store.ts';
import { conditionsAt } from '../playground/view/errno/conditions-at.ts';
import { fetchExample } from '../playground/view/fetch-example.ts';
import { findParts } from '../playground/view/parts.ts';
import { readSharedFacts, type PlaygroundFacts } from '../playground/view/playground-facts.ts';
import { createWords, type Strings, type Words } from '../words/words.ts';
import { isRight, readGuess, type Guess } from './read-guess.ts';

/** `<live-man-prediction>`: asks what a line will return, runs it, and says what it did return. */
export class PredictionElement extends HTMLElement {
  #words!: Words;

  connectedCallback(): void {
    const strings = JSON.parse(this.dataset['words'] ?? '{}') as Strings;
    this.#words = createWords(document.documentElement.lang, strings);
    this.querySelector('form')!.addEventListener('submit', (event) => {
      event.preventDefault();
      const guess = readGuess(this.querySelector('input')!.value);
      if (guess) void this.#try(guess);
      else this.#say(inlineCode(this.#words.say('prediction.unclear')));
    });
  }

  async #try(guess: Guess): Promise<void> {
    this.#say(inlineCode(this.#words.say('prediction.running')));
    const fetched = await fetchExample(this.#words.lang, this.dataset['example']!);
    if (fetched.kind !== 'playground')
      return this.#say(inlineCode(this.#words.say('prediction.unreachable')));
    const { facts } = findParts(fetched.playground);
    const given = JSON.parse(facts.textContent) as PlaygroundFacts;
    const live = await ran(given);
    const run = live.began ? live : given.recorded.reduce(applyEvent, idleRun);
    const row = run.rows.find(({ name }) => name === this.dataset['call']);
    if (row?.status.kind !== 'returned')
      return this.#say(inlineCode(this.#words.say('prediction.unreachable')));
    this.#say(inlineCode(answerText(guess, row.status, live.began, this.#words)));
    await this.#explain(row, run, given.proves);
  }

  /** What the errno means, in the words of the page that explains it; where it may mean several things, the place alone. */
  async #explain(row: TapeRow, run: RunState, proves: readonly string[]): Promise<void> {
    const { errnos } = readSharedFacts();
    const href = createExplainer(errnos, this.#words.lang, () => proves).ofCall(row, run);
    if (!href) return;
    const address = new URL(href, location.href);
    const conditions = await conditionsAt(address).catch(() => []);
    const [only] = conditions.length === 1 ? conditions : [];
    const status = this.querySelector('[role="status"]')!;
    status.insertAdjacentHTML(
      'beforeend',
      html` ${only?.sentence} <a href="${href}">#${address.hash.slice(1)}</a>`.markup,
    );
  }

  #say(said: Html): void {
    this.querySelector('[role="status"]')!.innerHTML = said.markup;
  }
}

type Returned = Extract<TapeRow['status'], { kind: 'returned' }>;

function answerText(guess: Guess, status: Returned, isLive: boolean, { say }: Words): string {
  const { errno, raw } = status;
  const result = errno ? `−1 \`${errno.name}\`` : raw;
  if (!isLive) return say('prediction.recorded', { result });
  if (isRight(guess, status)) return say('prediction.right', { result });
  const said = guess.kind === 'errno' ? `\`${guess.name}\`` : String(guess.value).replace('-', '−');
  return say('prediction.wrong', { guess: said, result });
}

/** Runs a snippet to its end. */
async function ran({ language, source, conditions, kernel }: PlaygroundFacts): Promise<RunState> {
  const store = createRunStore((...request) => fetch(...request));
  const request: RunRequest = {
    language,
    source,
    ...(conditions && { conditions }),
    ...(kernel && { kernel }),
  };
  await store.run(request);
  return store.state;
}
