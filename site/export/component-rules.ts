import type { Block } from './document.ts';
import { callConvention } from './components/call-convention.ts';
import { checkOrder } from './components/check-order.ts';
import { errorCondition } from './components/error-condition.ts';
import { errorGroup } from './components/error-group.ts';
import { example } from './components/example.ts';
import { exampleList } from './components/example-list.ts';
import { param } from './components/param.ts';
import { seeAlso } from './components/see-also.ts';
import { synopsis } from './components/synopsis.ts';
import { text } from './inlines.ts';
import { inLanguage } from '../facts/localized.ts';
import { callOf, type PageContext } from './page-context.ts';

/** A component as the page uses it. */
export interface ComponentUse {
  props: Record<string, string>;
  /** What stands between its tags. */
  children: Block[];
  context: PageContext;
}

export type ComponentRule = (use: ComponentUse) => Block[];

/** What each component of the pages says, in words: one line a component of site/components/. */
export const componentRules: Record<string, ComponentRule> = {
  CallConvention: callConvention,
  CheckOrder: checkOrder,
  ErrorCondition: errorCondition,
  ErrorGroup: errorGroup,
  EventErrors: ({ children, context: { words } }) => [
    { kind: 'heading', id: 'errors-in-event', children: [text(words.say('errors.inEvent'))] },
    ...children,
  ],
  Example: example,
  ExampleList: exampleList,
  Param: param,
  SeeAlso: seeAlso,
  Since: ({ context }) => [
    { kind: 'paragraph', children: [text(`Linux ${callOf(context).since}.`)] },
  ],
  Summary: ({ context }) => {
    const { call, summary } = callOf(context);
    return [{ kind: 'name', name: call, summary: inLanguage(summary, context.page.lang) }];
  },
  Synopsis: synopsis,
};
