import { expect, it } from 'vitest';
import {
  RulesReceiver,
  RulesSender,
} from '../../../../playground-server/run/tracing/sent-rules.ts';
import type { CallRules } from '../../../../playground-server/sandbox/policy/action-of.ts';

const rules = (action: 'show' | 'follow'): CallRules => [[7, [{ action, when: [] }]]];

it('rules are sent to a thread once, and are its from then on', () => {
  const [sender, receiver] = [new RulesSender(), new RulesReceiver()];
  const [some, others] = [rules('show'), rules('follow')];
  const through = (sent: ReturnType<RulesSender['send']>) => [...receiver.receive(sent)];
  expect(through(sender.send(some))).toEqual(some);
  expect(through(sender.send(others))).toEqual(others);
  const again = sender.send(some);
  expect(again.rows).toBeNull();
  expect(through(again)).toEqual(some);
});

it('rules that a thread was never sent are an error, not none', () => {
  expect(() => new RulesReceiver().receive({ kind: 3, rows: null })).toThrow('never sent');
});
