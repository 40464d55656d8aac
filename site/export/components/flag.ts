import { inLanguage } from '../../facts/localized.ts';
import type { ComponentRule } from '../component-rule.ts';
import { code, dotted, link, sentence, text } from '../inlines.ts';
import { structOf } from '../page-context.ts';

export const flag: ComponentRule = ({ props: { name = '' }, children, context }) => {
  const { manual, page, words } = context;
  const { struct, constants } = structOf(context);
  const facts = constants.find((known) => known.name === name);
  const example = facts && manual.examples.get(facts.example);
  if (!facts || !example) throw new Error(`content/structs/${struct}.yaml has no ${name}.`);
  const { value, since, libaio } = facts;
  const number = name.startsWith('IOCB_CMD_') ? String(value) : `0x${value.toString(16)}`;
  const age = since ? words.say('constant.since', { version: since }) : words.say('constant.never');
  const term = dotted([
    [code(name)],
    [text(number)],
    [text(age)],
    ...(libaio ? [[text(`libaio.h${words.say('text.colon')}`), code(libaio)]] : []),
  ]);
  const href = context.absolute(manual.exampleHref(page.lang, facts.example));
  const proof = [
    text(words.say('example.label') + words.say('text.colon')),
    link(href, sentence(inLanguage(example.facts.title, page.lang))),
  ];
  const blocks = [...children, { kind: 'paragraph' as const, children: proof }];
  return [{ kind: 'definitions', items: [{ id: name, term, blocks }] }];
};
