import type { Convention } from '../../facts/call-schema.ts';
import { waysOf } from '../../facts/convention-table.ts';
import { conventionCode } from '../../facts/convention-code.ts';
import type { ComponentRule } from '../component-rule.ts';
import type { Definition, Inline } from '../document.ts';
import { code, text } from '../inlines.ts';
import { callOf, type PageContext } from '../page-context.ts';

export const callConvention: ComponentRule = ({ context }) => {
  const ways = waysOf(callOf(context).conventions);
  return [
    {
      kind: 'definitions',
      items: ways.map(({ title, label, way }) => definition(title, label, way, context)),
    },
  ];
};

function definition(
  title: string,
  label: string,
  how: Convention,
  context: PageContext,
): Definition {
  const { say } = context.words;
  const row = (key: string, value: Inline) => ({
    id: null,
    blocks: [{ kind: 'paragraph' as const, children: [text(say(key) + say('text.colon')), value] }],
  });
  const rows = [
    row('convention.success', text(how.success ?? callOf(context).success)),
    row('convention.failure', text(say(`convention.${how.failure}`))),
    row('convention.link', how.link ? code(how.link) : text(say('convention.noLink'))),
  ];
  return {
    id: null,
    term: [code(title), text(`, ${say(label)}`)],
    blocks: [
      { kind: 'code', language: 'c', text: conventionCode(how) },
      { kind: 'list', ordered: false, items: rows },
    ],
  };
}
