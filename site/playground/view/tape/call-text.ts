import type { DecodedValue } from '../../../../playground-server/protocol/index.ts';
import { errnoOfEvent } from '../../client/explain/explain-errno.ts';
import type { Tape } from '../../client/explain/scope-of.ts';
import { eventsOf } from '../../client/requests.ts';
import type { TapeRow } from '../../client/run-state.ts';
import { html } from '../../../markup/html.ts';
import type { Html } from '../../../markup/html.ts';
import { hexDump } from './hex-dump.ts';
import type { TapeContext } from '../tape-context.ts';

/** `io_setup(nr_events = 128, ctx_idp = &ctx)`, with names and values told apart. */
export function callText({ name, arguments: args }: TapeRow, hrefs: EventHrefs): Html {
  const last = args.length - 1;
  const parts = args.map((argument, at) => one(argument, at < last ? ', ' : ')', hrefs));
  return html`<code class="call">${name}(${parts}${args.length === 0 && ')'}</code>`;
}

/** With what follows it, so that a narrow row breaks between arguments. */
const one = (value: DecodedValue, after: string, hrefs: EventHrefs): Html =>
  html`<span class="argument"><i>${value.name} = </i>${valueText(value, hrefs)}${after}</span>`;

/** Where each errno that a call's events carry is explained, by the value that shows it. */
export type EventHrefs = ReadonlyMap<DecodedValue, readonly (string | null)[]>;

/** An array's text names the errnos of its events in their order, and each event its own. */
export function eventHrefs(row: TapeRow, tape: Tape, { explain }: TapeContext): EventHrefs {
  const failed = eventsOf(row).filter((event) => errnoOfEvent(event) !== null);
  const hrefs = failed.map((event) => explain.ofEvent(event, row, tape));
  const array = row.arguments.find(({ name }) => name === 'events');
  const links = new Map<DecodedValue, readonly (string | null)[]>(array ? [[array, hrefs]] : []);
  failed.forEach((event, at) => {
    const res = event.fields?.find(({ name }) => name === 'res');
    for (const value of [event, res]) if (value) links.set(value, [hrefs[at] ?? null]);
  });
  return links;
}

/** Keeps the errnos that it splits at: `res = -22 EINVAL` inside a structure, `-22 EINVAL` in res. */
const errnoOfResult = /(?<=(?:^|\bres = )-\d+ )(E[A-Z0-9]+)/;

/** A value as text; an errno that an event delivers leads to its explanation. */
function valueText(value: DecodedValue, hrefs: EventHrefs): Html[] {
  const links = hrefs.get(value);
  if (!links) return [html`${value.text}`];
  return value.text.split(errnoOfResult).map((piece, at) => {
    const href = at % 2 === 1 && links[(at - 1) / 2];
    return href ? html`<a href="${href}">${piece}</a>` : html`${piece}`;
  });
}

/** The structures that a call was given or has filled in, each to be unfolded. */
export function callFields({ arguments: args }: TapeRow, hrefs: EventHrefs): Html[] {
  return args.filter(hasStructure).map(
    (argument) =>
      html`<details class="fields">
        <summary><code>${argument.name}</code></summary>
        ${fieldList(argument.fields ?? [], hrefs)}
      </details>`,
  );
}

/** A pointer to a single value says that value in its own text already. */
const hasStructure = ({ fields = [] }: DecodedValue): boolean =>
  fields.length > 1 || fields.some(({ fields: inner = [] }) => inner.length > 0);

function fieldList(fields: readonly DecodedValue[], hrefs: EventHrefs): Html {
  return html`<ul>
    ${fields.map(
      (field) =>
        html`<li>
          <code><i>${field.name}&nbsp;=&nbsp;</i>${valueText(field, hrefs)}</code>
          ${field.bytes && hexDump(field.bytes)}
          ${field.fields && field.fields.length > 0 && fieldList(field.fields, hrefs)}
        </li>`,
    )}
  </ul>`;
}
