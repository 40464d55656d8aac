import { pathTo, referenceTo } from '../../facts/volumes.ts';
import type { ComponentRule } from '../component-rule.ts';
import type { Block } from '../document.ts';
import { code, dotted, link, listed, text } from '../inlines.ts';
import { libraryOf } from '../page-context.ts';

export const wrapper: ComponentRule = ({ props: { name = '' }, children, context }) => {
  const { page, words } = context;
  const { library, functions } = libraryOf(context);
  const described = name.split(' ').map((one) => {
    const facts = functions.find((known) => known.name === one);
    if (!facts) throw new Error(`content/libraries/${library}.yaml has no function ${one}.`);
    return facts;
  });
  const calls = [...new Set(described.flatMap((facts) => facts.calls))].map((call) => [
    text(`${words.say('function.calls')} `),
    link(context.absolute(`/${page.lang}/${pathTo('call', call)}/`), [
      code(referenceTo('call', call)),
    ]),
  ]);
  const marks = dotted([
    ...(calls.length > 0 ? calls : [[text(words.say('function.noCall'))]]),
    ...(described.every(({ inline }) => inline) ? [[text(words.say('function.inline'))]] : []),
  ]);
  const prototypes = described.map(({ prototype }) => prototype).join('\n');
  const term = listed(described.map((facts) => code(`${facts.name}()`)));
  const blocks: Block[] = [
    { kind: 'code', language: 'c', text: prototypes },
    { kind: 'paragraph', children: marks },
    ...children,
  ];
  return [{ kind: 'definitions', items: [{ id: described[0]?.name ?? null, term, blocks }] }];
};
