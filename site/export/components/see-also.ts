import { manualHref } from '../../facts/manual-href.ts';
import type { ComponentRule } from '../component-rules.ts';
import { code, link, text } from '../inlines.ts';
import { callOf } from '../page-context.ts';

export const seeAlso: ComponentRule = ({ context }) => {
  const { manual, page } = context;
  const isOurs = (path: string) => manual.pages.some((known) => known.path === path);
  const references = callOf(context).seeAlso.map((reference) =>
    link(context.absolute(manualHref(reference, page.lang, isOurs)), [code(reference)]),
  );
  const children = references.flatMap((reference, index) =>
    index > 0 ? [text(', '), reference] : [reference],
  );
  return [{ kind: 'paragraph', children }];
};
