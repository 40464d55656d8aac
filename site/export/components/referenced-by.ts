import type { ComponentRule } from '../component-rule.ts';
import { code, link, listed, text } from '../inlines.ts';

export const referencedBy: ComponentRule = ({ context }) => {
  const { manual, page } = context;
  const referrers = manual.referrersOf(page.path).map((path) => {
    const [, volume, name] = /^man(\d\w*)\/(.+)$/.exec(path) ?? [];
    const shown = volume ? code(`${name}(${volume})`) : text(manual.titleOf(page.lang, path));
    return link(context.absolute(`/${page.lang}/${path}/`), [shown]);
  });
  return [{ kind: 'paragraph', children: listed(referrers) }];
};
