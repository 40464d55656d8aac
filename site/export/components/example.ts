import { shownText } from '../../../playground-server/protocol/display-text.ts';
import { lensTable } from '../../facts/lens-table.ts';
import { inLanguage } from '../../facts/localized.ts';
import { applyEvent } from '../../playground/client/apply-event.ts';
import { idleRun, type TapeRow } from '../../playground/client/run-state.ts';
import type { Variant } from '../../facts/read-example.ts';
import { resultText } from '../../playground/view/tape/result-text.ts';
import type { ComponentRule } from '../component-rule.ts';
import type { Block, Inline } from '../document.ts';
import { link, sentence, text } from '../inlines.ts';
import type { PageContext } from '../page-context.ts';

export const example: ComponentRule = ({ props: { id = '' }, context }) => {
  const found = context.manual.examples.get(id);
  if (!found) throw new Error(`there is no example content/examples/${id}.`);
  const { facts, variants } = found;
  const [first, ...others] = variants;
  const title = link(
    context.absolute(`#${id}`),
    sentence(inLanguage(facts.title, context.page.lang)),
  );
  return [
    { kind: 'paragraph', children: [{ kind: 'strong', children: [title] }] },
    { kind: 'paragraph', children: sentence(inLanguage(facts.lesson, context.page.lang)) },
    { kind: 'code', language: lensTable[first.lens].language, text: first.source.trimEnd() },
    ...tape(first, context),
    ...(others.length > 0 ? [comparison(id, others, context)] : []),
  ];
};

/** Where to find the example written for the other lenses. */
function comparison(id: string, others: readonly Variant[], context: PageContext): Block {
  const { words, page } = context;
  const names = others.map(({ lens }) => words.say(`lens.${lens}`)).join(', ');
  const href = context.absolute(`/${page.lang}/compare/${id}/`);
  const lead = text(`${words.say('lens.others', { names })} `);
  return { kind: 'paragraph', children: [lead, link(href, [text(href)])] };
}

/** The recorded calls, one per line; repeated calls appear once. */
function tape({ recorded }: Variant, { words }: PageContext): Block[] {
  const { rows, environment } = recorded.reduce(applyEvent, idleRun);
  if (rows.length === 0) return [];
  const when = words.say('playground.recordedOn', { kernel: environment?.kernel ?? '' });
  const label: Inline[] = [
    text(`${words.say('playground.tape')}, ${when}${words.say('text.colon').trimEnd()}`),
  ];
  const lines = rows.map(callLine).filter((line, index, all) => line !== all[index - 1]);
  return [
    { kind: 'paragraph', children: label },
    { kind: 'code', language: '', text: lines.join('\n') },
  ];
}

/** Columns that a terminal has left for an indented line. */
const maxColumns = 72;

function callLine({ name, arguments: given, status }: TapeRow): string {
  const list = given.map(({ name: of, text: value }) => `${of} = ${shownText(value)}`);
  const result = resultText(status);
  const shown = result ? [result.value, result.errno].filter(Boolean).join(' ') : '= ?';
  const line = `${name}(${list.join(', ')}) ${shown}`;
  return line.length <= maxColumns ? line : `${name}(${list.join(',\n    ')}) ${shown}`;
}
