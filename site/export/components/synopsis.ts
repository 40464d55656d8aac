import { cPrototype } from '../../facts/c-prototype.ts';
import type { ComponentRule } from '../component-rule.ts';
import { text } from '../inlines.ts';
import { callOf } from '../page-context.ts';

export const synopsis: ComponentRule = ({ context }) => {
  const call = callOf(context);
  const { x86_64, generic } = call.numbers;
  const { say } = context.words;
  const label = say('synopsis.number') + say('text.colon');
  const numbers = `${label}${x86_64} (x86-64), ${generic} (arm64, riscv64)`;
  return [
    { kind: 'code', language: 'c', text: cPrototype(call) },
    { kind: 'paragraph', children: [text(numbers)] },
  ];
};
