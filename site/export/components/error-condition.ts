import type { ErrorConditionFacts } from '../../facts/call-schema.ts';
import { kernelSource } from '../../facts/kernel-source.ts';
import { inLanguage } from '../../facts/localized.ts';
import { publishedIn } from '../../facts/published-in.ts';
import { errorCondition as claimOf } from '../../recordings/claim.ts';
import { seenText } from '../../recordings/seen-text.ts';
import { sightings } from '../../recordings/sightings.ts';
import type { ComponentRule } from '../component-rule.ts';
import type { Block, Inline } from '../document.ts';
import { code, dotted, link, sentence, text } from '../inlines.ts';
import { callOf, type PageContext } from '../page-context.ts';
import { cure } from './cure.ts';

export const errorCondition: ComponentRule = ({ props: { id }, children, context }) => {
  const { call, conditions } = callOf(context);
  const condition = conditions.find((known) => known.id === id);
  if (!condition) throw new Error(`content/calls/${call}.yaml has no condition ${id}.`);
  const blocks: Block[] = [
    ...children,
    { kind: 'paragraph', children: marks(condition, context) },
    ...(condition.cure === undefined ? [] : cure(condition.cure, context)),
    ...proof(condition, context),
  ];
  return [{ kind: 'list', ordered: false, items: [{ id: condition.id, blocks }] }];
};

/** What the page shows in small type below a condition. */
function marks(condition: ErrorConditionFacts, context: PageContext): Inline[] {
  const { say } = context.words;
  const { id, shows, step, retry, published, evidence, function: name } = condition;
  const { seenOn, source } = callOf(context).provenance;
  const seen = evidence.kind === 'example' ? seenIn(evidence.example, condition, context) : null;
  const check = step ? `${say('errors.check')} ${step}` : say('errors.beforeKernel');
  return dotted([
    [text(shows === 'event-res' ? say('shows.event-res') : check)],
    [text(say(`retry.${retry}`))],
    [text(`${say(`published.${published}`)} ${publishedIn(context.page.lang)}`)],
    [text(seen ?? say(`evidence.${evidence.kind}`, { kernel: seenOn.kernel, source }))],
    ...(name === undefined ? [] : [[link(kernelSource(name, seenOn.kernel), [code(`${name}()`)])]]),
    [link(context.absolute(`#${id}`), [code(`#${id}`)])],
  ]);
}

/** What the recordings of an example say of the condition. */
function seenIn(example: string, condition: ErrorConditionFacts, context: PageContext): string {
  const { manual, words } = context;
  const claim = claimOf(callOf(context).call, condition);
  const found = manual.examples.get(example);
  const seen = found ? sightings(found, claim, condition.since) : [];
  return seenText(seen, condition.since, words)?.short ?? words.say('evidence.filtered');
}

/** The example by name only: its source is on the page, and in the JSON. */
function proof({ evidence }: ErrorConditionFacts, context: PageContext): Block[] {
  const { manual, page, words } = context;
  if (evidence.kind !== 'example') {
    return [{ kind: 'paragraph', children: sentence(inLanguage(evidence.reason, page.lang)) }];
  }
  const title = manual.examples.get(evidence.example)?.facts.title;
  if (!title) throw new Error(`there is no example content/examples/${evidence.example}.`);
  const href = context.absolute(`#${evidence.example}`);
  const label = text(`${words.say('example.provoke')} `);
  const name = link(href, sentence(inLanguage(title, page.lang)));
  return [{ kind: 'paragraph', children: [label, name] }];
}
