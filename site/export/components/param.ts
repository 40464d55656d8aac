import type { ComponentRule } from '../component-rule.ts';
import { code, dotted, text } from '../inlines.ts';
import { callOf } from '../page-context.ts';

export const param: ComponentRule = ({ props: { name = '' }, children, context }) => {
  const { call, parameters } = callOf(context);
  const parameter = parameters.find((known) => known.name === name);
  if (!parameter) throw new Error(`content/calls/${call}.yaml has no parameter ${name}.`);
  const direction = context.words.say(`param.${parameter.direction}`);
  const term = dotted([[code(name)], [code(parameter.type)], [text(direction)]]);
  return [{ kind: 'definitions', items: [{ id: `param-${name}`, term, blocks: children }] }];
};
