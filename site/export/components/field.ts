import type { ComponentRule } from '../component-rule.ts';
import { code, dotted, text } from '../inlines.ts';
import { structOf } from '../page-context.ts';

export const field: ComponentRule = ({ props: { name = '' }, children, context }) => {
  const { say } = context.words;
  const { struct, fields } = structOf(context);
  const facts = fields.find((known) => known.name === name);
  if (!facts) throw new Error(`content/structs/${struct}.yaml has no field ${name}.`);
  const { type, offset, size, direction, libaio } = facts;
  const declaration = (libaio.type.endsWith('*') ? libaio.type : `${libaio.type} `) + libaio.name;
  const place = `${say('struct.offset')} ${offset}, ${say('struct.size')} ${size}`;
  const term = dotted([
    [code(name)],
    [code(type)],
    [text(place)],
    [text(say(`param.${direction}`))],
    [text(`libaio.h${say('text.colon')}`), code(declaration)],
  ]);
  return [{ kind: 'definitions', items: [{ id: `field-${name}`, term, blocks: children }] }];
};
