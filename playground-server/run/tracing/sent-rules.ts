import type { CallRules } from '../../sandbox/policy/action-of.ts';

/** Rules by call number; hundreds of rows that all runs of a kind share. */
export type RulesByCall = ReadonlyMap<number, CallRules[number][1]>;

/** Rules on their way to a thread, which is sent the rows of each kind only once. */
export interface SentRules {
  kind: number;
  /** null if the thread has them */
  rows: CallRules | null;
}

/** The sending side of one thread. */
export class RulesSender {
  readonly #kinds = new Map<CallRules, number>();

  send(rules: CallRules): SentRules {
    const known = this.#kinds.get(rules);
    if (known !== undefined) return { kind: known, rows: null };
    const kind = this.#kinds.size;
    this.#kinds.set(rules, kind);
    return { kind, rows: rules };
  }
}

/** The thread's own side. */
export class RulesReceiver {
  readonly #kinds = new Map<number, RulesByCall>();

  /** Throws if the rows of that kind were never sent. */
  receive({ kind, rows }: SentRules): RulesByCall {
    if (rows) this.#kinds.set(kind, new Map(rows));
    const rules = this.#kinds.get(kind);
    if (!rules) throw new Error(`rules of kind ${kind} were never sent`);
    return rules;
  }
}
