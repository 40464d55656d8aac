import { exampleResult } from '../../facts/example-result.ts';
import { inLanguage } from '../../facts/localized.ts';
import type { ComponentRule } from '../component-rules.ts';
import { code, link, sentence, text } from '../inlines.ts';
import { callOf } from '../page-context.ts';
import { examplesOf } from '../examples-of.ts';

export const exampleList: ComponentRule = ({ context }) => {
  const { call } = callOf(context);
  const items = examplesOf(context.manual, context.page).map(({ id, facts }) => {
    const title = sentence(inLanguage(facts.title, context.page.lang));
    const result = code(exampleResult(call, facts).text);
    const children = [link(context.absolute(`#${id}`), title), text(' ('), result, text(')')];
    return { id: null, blocks: [{ kind: 'paragraph' as const, children }] };
  });
  return [{ kind: 'list', ordered: false, items }];
};
