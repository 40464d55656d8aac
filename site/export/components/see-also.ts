import { manualHref } from '../../facts/manual-href.ts';
import type { ComponentRule } from '../component-rule.ts';
import { code, link, listed } from '../inlines.ts';
import { subjectOf } from '../page-context.ts';

/** References as <SeeAlso pages={[…]} /> contains them. */
const named = /[\w-]+\(\d\w*\)/g;

export const seeAlso: ComponentRule = ({ props: { pages }, context }) => {
  const { manual, page } = context;
  const isOurs = (path: string) => manual.pages.some((known) => known.path === path);
  const references = pages?.match(named) ?? subjectOf(context).seeAlso;
  const links = references.map((reference) =>
    link(context.absolute(manualHref(reference, page.lang, isOurs)), [code(reference)]),
  );
  return [{ kind: 'paragraph', children: listed(links) }];
};
