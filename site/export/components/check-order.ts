import type { ComponentRule } from '../component-rule.ts';
import type { Inline } from '../document.ts';
import { code, link, text } from '../inlines.ts';
import { callOf } from '../page-context.ts';

export const checkOrder: ComponentRule = ({ context }) => {
  const { say } = context.words;
  const checks = callOf(context).conditions.filter(({ shows }) => shows === 'return-value');
  const steps = Map.groupBy(checks, ({ step }) => step);
  const hint = text(`${say('errors.order')}. ${say('errors.orderHint')}`);
  const anchor = (id: string): Inline => link(context.absolute(`#${id}`), [code(id)]);
  return [
    { kind: 'paragraph', children: [hint] },
    {
      kind: 'list',
      ordered: false,
      items: Array.from(steps, ([step, together]) => {
        const place = step ? `${say('errors.check')} ${step}` : say('errors.beforeKernel');
        const ids = together.flatMap(({ id }, index) => [
          text(index > 0 ? ', ' : say('text.colon')),
          anchor(id),
        ]);
        return { id: null, blocks: [{ kind: 'paragraph', children: [text(place), ...ids] }] };
      }),
    },
  ];
};
