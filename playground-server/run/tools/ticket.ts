import type { Answered, Question } from '../../compile/tool.ts';

/** A question on its way to its answer. Whatever comes first ends it. */
export class Ticket<Answer> {
  readonly question: Question;
  /** Never rejects. */
  readonly answered: Promise<Answered<Answer>>;
  /** A process has been asked. */
  isPut = false;
  isOver = false;
  readonly #resolve: (answered: Answered<Answer>) => void;
  readonly #left: (ticket: this) => void;
  #patience: NodeJS.Timeout | undefined;
  readonly #cancel = () => this.end({ kind: 'cancelled' });

  /** @param left called when it ends, whether or not it was put */
  constructor(question: Question, left: (ticket: Ticket<Answer>) => void) {
    this.question = question;
    this.#left = left;
    ({ promise: this.answered, resolve: this.#resolve } =
      Promise.withResolvers<Answered<Answer>>());
    question.signal.addEventListener('abort', this.#cancel);
    if (question.signal.aborted) this.#cancel();
  }

  /** For a question that has to wait for others. It ends then even if it was put in the meantime. */
  giveUpAfter(ms: number): void {
    this.#patience = setTimeout(() => this.end({ kind: 'busy' }), ms);
  }

  end(answered: Answered<Answer>): void {
    if (this.isOver) return;
    this.isOver = true;
    clearTimeout(this.#patience);
    this.question.signal.removeEventListener('abort', this.#cancel);
    this.#left(this);
    this.#resolve(answered);
  }
}
