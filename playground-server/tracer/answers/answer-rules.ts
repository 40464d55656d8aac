import type { AnswerRule } from '../../protocol/index.ts';
import { errnos } from '../../uapi/errno-table.ts';

/** What a reader asked for in place of one call's answer. */
export interface Ruling {
  /** the call is not made, and fails with this */
  errno: number | null;
  /** the count that the kernel is asked not to exceed */
  most: number | null;
  /** places of the rules behind it, from 1; none where the call is refused as a whole */
  rules: readonly number[];
}

/** An event of a call, by its place there from 0, whose `res` a rule replaces. */
export interface RuledEvent {
  index: number;
  res: number;
  rule: number;
}

export const noRuling: Ruling = { errno: null, most: null, rules: [] };

/** Events of one call that rules can reach: IOV_MAX of linux/uio.h, so that one call writes them all. */
const mostRuledEvents = 1024;

/** Counts the calls of a run, and their events, and says which of them a reader answers. */
export class AnswerRules {
  readonly #refusals: ReadonlyMap<string, number>;
  readonly #rules: readonly AnswerRule[];
  readonly #calls = new Map<string, number>();
  readonly #events = new Map<string, number>();

  /** @param refusals errnos of the calls that fail each time, by name @param rules in their order */
  constructor(refusals: ReadonlyMap<string, number>, rules: readonly AnswerRule[]) {
    this.#refusals = refusals;
    this.#rules = rules;
  }

  /** Whether any call of that name may be answered by somebody else than the kernel. */
  concern(call: string): boolean {
    return this.#refusals.has(call) || this.#rules.some((rule) => rule.call === call);
  }

  /** What is asked for the next call of that name, which is counted. */
  ofCall(call: string): Ruling {
    const refusal = this.#refusals.get(call);
    if (refusal !== undefined) return { errno: refusal, most: null, rules: [] };
    if (!this.concern(call)) return noRuling;
    const count = (this.#calls.get(call) ?? 0) + 1;
    this.#calls.set(call, count);
    const index = this.#ruleFor(call, count, ({ event }) => event === undefined);
    const rule = this.#rules[index];
    if (rule === undefined) return noRuling;
    const errno = rule.errno === undefined ? null : numberOf(rule.errno);
    return { errno, most: rule.returned ?? null, rules: [index + 1] };
  }

  /** Which of the events that a call has given get another `res`; all of them are counted. */
  ofEvents(call: string, count: bigint): RuledEvent[] {
    if (count <= 0n || !this.#reachesEvents(call)) return [];
    const before = this.#events.get(call) ?? 0;
    this.#events.set(call, before + Number(count));
    const seen = Math.min(Number(count), mostRuledEvents);
    return Array.from({ length: seen }, (_, index): RuledEvent[] => {
      const place = this.#ruleFor(call, before + index + 1, ({ event }) => event !== undefined);
      const { res, errno } = this.#rules[place]?.event ?? {};
      const given = res ?? (errno === undefined ? undefined : -numberOf(errno));
      return given === undefined ? [] : [{ index, res: given, rule: place + 1 }];
    }).flat();
  }

  #reachesEvents(call: string): boolean {
    return this.#rules.some((rule) => rule.call === call && rule.event !== undefined);
  }

  #ruleFor(call: string, count: number, isMeant: (rule: AnswerRule) => boolean): number {
    return this.#rules.findIndex((rule) => {
      const { from = 1, to = Infinity, every = 1 } = rule;
      const isReached = count >= from && count <= to && (count - from) % every === 0;
      return rule.call === call && isMeant(rule) && isReached;
    });
  }
}

/** Which names there are was checked at the door. */
const numberOf = (errno: string): number => errnos[errno as keyof typeof errnos];
