import { errorGroups } from '../../facts/error-groups.ts';
import { inLanguage } from '../../facts/localized.ts';
import type { ComponentRule } from '../component-rule.ts';
import { code, text } from '../inlines.ts';
import { callOf } from '../page-context.ts';

export const errorGroup: ComponentRule = ({ props, children, context }) => {
  const { manual, page } = context;
  const shows = props['shows'] === 'event-res' ? 'event-res' : 'return-value';
  const group = errorGroups(callOf(context), shows).find(({ errno }) => errno === props['errno']);
  const facts = group && manual.errnos.get(group.errno);
  if (!group || !facts) throw new Error(`${props['errno']} has no facts for ${page.path}.`);
  const number = shows === 'event-res' ? `res = −${facts.number}` : facts.number;
  const meaning = text(` (${number}), ${inLanguage(facts.meaning, page.lang)}`);
  const items = [{ id: group.id, term: [code(group.errno), meaning], blocks: children }];
  return [{ kind: 'definitions', items }];
};
