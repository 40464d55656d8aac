import { exampleResult } from '../../facts/example-result.ts';
import { inLanguage } from '../../facts/localized.ts';
import type { ComponentRule } from '../component-rule.ts';
import { code, link, sentence, text } from '../inlines.ts';
import { examplesOf } from '../examples-of.ts';

export const exampleList: ComponentRule = ({ context }) => {
  const items = examplesOf(context.manual, context.page).map(({ id, facts }) => {
    const title = sentence(inLanguage(facts.title, context.page.lang));
    const result = exampleResult(context.page.call, facts).text;
    const name = link(context.absolute(`#${id}`), title);
    const children = result ? [name, text(' ('), code(result), text(')')] : [name];
    return { id: null, blocks: [{ kind: 'paragraph' as const, children }] };
  });
  return [{ kind: 'list', ordered: false, items }];
};
