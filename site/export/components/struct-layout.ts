import type { ComponentRule } from '../component-rule.ts';
import { code, link, text } from '../inlines.ts';
import { structOf } from '../page-context.ts';

export const structLayout: ComponentRule = ({ context }) => {
  const { say } = context.words;
  const { struct, header, size, fields } = structOf(context);
  const total = text(`, ${say('struct.total', { count: size })}`);
  return [
    { kind: 'paragraph', children: [code(`struct ${struct}`), total] },
    {
      kind: 'table',
      head: [say('struct.offset'), say('struct.size'), header, 'libaio.h'].map((title) => [
        text(title),
      ]),
      rows: fields.map(({ name, offset, size: bytes, libaio }) => [
        [text(String(offset))],
        [text(String(bytes))],
        [link(context.absolute(`#field-${name}`), [code(name)])],
        [code(libaio.name)],
      ]),
    },
  ];
};
