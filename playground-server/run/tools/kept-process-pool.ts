import type { Answered, KeptTool, KeptToolJob, Question } from '../../compile/tool.ts';
import { Turns } from '../queue/turns.ts';
import type { KeptProcess } from './kept-process.ts';
import { Ticket } from './ticket.ts';

export interface KeptProcesses {
  /** Throws if it cannot. */
  start(): KeptProcess;
  /** how many are kept, from the first question on */
  count: number;
  /** Whether to start them at once, before the first question. */
  ahead: boolean;
  /** for one question, and the longest that one waits for the questions of others */
  answerMs: number;
  /** Called before a question is put; what it returns, once that is answered. */
  need(): (() => void) | undefined;
}

/**
 * Keeps processes that answer questions, and replaces one when a question was too much for it.
 * Clients take turns, and only one question per client is put at a time. With more than one process,
 * a client whose questions take all the time that they may, and then their process with them, always
 * leaves one to the others.
 */
export class KeptProcessPool<Answer> implements KeptTool<Answer> {
  readonly #job: KeptToolJob<Answer>;
  readonly #processes: KeptProcesses;
  /** Starting, waiting or answering. */
  readonly #all = new Set<KeptProcess>();
  readonly #free: KeptProcess[] = [];
  readonly #waiting = new Turns<Ticket<Answer>>();
  /** Clients whose question has been put and not answered yet, or is being paid for. */
  readonly #heard = new Set<string>();
  /** Settled by the very first start, good or bad: until then, nobody waits because of others. */
  readonly #begun = Promise.withResolvers<void>();
  #isClosed = false;

  constructor(job: KeptToolJob<Answer>, processes: KeptProcesses) {
    this.#job = job;
    this.#processes = processes;
    if (processes.ahead) void this.#fill();
  }

  async ask(question: Question): Promise<Answered<Answer>> {
    void this.#fill();
    await this.#begun.promise;
    const ticket = new Ticket<Answer>(question, (left) =>
      this.#waiting.remove(question.client, left),
    );
    if (ticket.isOver) return ticket.answered;
    this.#waiting.add(question.client, ticket);
    this.#settle();
    if (!ticket.isPut) ticket.giveUpAfter(this.#processes.answerMs);
    return ticket.answered;
  }

  close(): void {
    this.#isClosed = true;
    for (const each of this.#all) each.close();
    this.#endAll({ kind: 'cancelled' });
  }

  #endAll(answered: Answered<Answer>): void {
    while (this.#waiting.size > 0) this.#waiting.next()?.end(answered);
  }

  /** Starts what is missing. Fulfilled once all that it started stands, or will never. */
  async #fill(): Promise<void> {
    const starts: Promise<void>[] = [];
    while (!this.#isClosed && this.#all.size < this.#processes.count) {
      const started = this.#start();
      if (!started) {
        this.#startFailed();
        break;
      }
      this.#all.add(started);
      void started.gone.then(() => this.#drop(started));
      const begun = started.ready.then(
        () => this.#stands(started),
        () => {
          this.#drop(started);
          this.#startFailed();
        },
      );
      starts.push(begun);
    }
    await Promise.all(starts);
  }

  #start(): KeptProcess | null {
    try {
      return this.#processes.start();
    } catch {
      return null;
    }
  }

  #stands(started: KeptProcess): void {
    this.#free.push(started);
    this.#begun.resolve();
    this.#settle();
  }

  /** The next question tries again. */
  #startFailed(): void {
    this.#begun.resolve();
    this.#settle();
  }

  #drop(process: KeptProcess): void {
    process.close();
    this.#all.delete(process);
    if (this.#free.includes(process)) this.#free.splice(this.#free.indexOf(process), 1);
  }

  /** Puts as many questions as it can: none, if no process is left. */
  #settle(): void {
    if (this.#all.size === 0) return this.#endAll({ kind: 'busy' });
    while (this.#free.length > 0) {
      const ticket = this.#waiting.next((client) => !this.#heard.has(client));
      const process = ticket && this.#free.pop();
      if (!process) return;
      void this.#put(ticket, process);
    }
  }

  /** From here on the time is the question's own: if it runs out, the question is to blame. */
  async #put(ticket: Ticket<Answer>, process: KeptProcess): Promise<void> {
    const { question, client } = ticket.question;
    this.#heard.add(client);
    ticket.isPut = true;
    const done = this.#processes.need();
    try {
      const answer = this.#job.parse(await process.ask(question, this.#processes.answerMs));
      this.#free.push(process);
      ticket.end({ kind: 'answered', answer });
    } catch {
      this.#drop(process);
      ticket.end({ kind: 'gave-up' });
      const replaced = this.#fill();
      this.#settle();
      // A client waits for what it has cost: its next question must not cost the other process.
      await replaced;
    } finally {
      done?.();
    }
    // Others first: this client has just had its turn.
    this.#settle();
    this.#heard.delete(client);
    this.#settle();
  }
}
