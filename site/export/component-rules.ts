import type { ComponentRule } from './component-rule.ts';
import { callConvention } from './components/call-convention.ts';
import { checkOrder } from './components/check-order.ts';
import { errorCondition } from './components/error-condition.ts';
import { errorGroup } from './components/error-group.ts';
import { example } from './components/example.ts';
import { exampleList } from './components/example-list.ts';
import { field } from './components/field.ts';
import { flag } from './components/flag.ts';
import { librarySynopsis } from './components/library-synopsis.ts';
import { param } from './components/param.ts';
import { referencedBy } from './components/referenced-by.ts';
import { seeAlso } from './components/see-also.ts';
import { structLayout } from './components/struct-layout.ts';
import { synopsis } from './components/synopsis.ts';
import { wrapper } from './components/wrapper.ts';
import { text } from './inlines.ts';
import { inLanguage } from '../facts/localized.ts';
import { callOf, subjectOf } from './page-context.ts';

/** How to put each component of the pages into words: one row per component of site/components/. */
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
  Field: field,
  Flag: flag,
  LibrarySynopsis: librarySynopsis,
  Param: param,
  // A question that only a page with a playground can answer; the example behind it tells.
  Prediction: () => [],
  ReferencedBy: referencedBy,
  SeeAlso: seeAlso,
  Since: ({ context }) => [
    { kind: 'paragraph', children: [text(`Linux ${callOf(context).since}.`)] },
  ],
  StructLayout: structLayout,
  Summary: ({ context }) => {
    const { name, summary } = subjectOf(context);
    return [{ kind: 'name', name, summary: inLanguage(summary, context.page.lang) }];
  },
  Synopsis: synopsis,
  Topic: ({ props: { id = null, title = '' } }) => [
    { kind: 'heading', id, children: [text(title)] },
  ],
  Wrapper: wrapper,
};
