import { fieldsOf } from '../../../../playground-server/protocol/decoded-fields.ts';
import { shownText } from '../../../../playground-server/protocol/display-text.ts';
import { printPieces } from '../../../../playground-server/protocol/print-value.ts';
import type { DecodedValue, ErrnoPiece } from '../../../../playground-server/protocol/index.ts';
import type { Tape } from '../../client/explain/scope-of.ts';
import { eventsOf, resultOf } from '../../client/row-values.ts';
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

/** Where each errno that a call's events carry is explained, by the result that it is. */
export type EventHrefs = ReadonlyMap<ErrnoPiece['result'], string>;

/** The links of one row: an errno is linked wherever its event is shown. */
export function eventHrefs(row: TapeRow, tape: Tape, { explain }: TapeContext): EventHrefs {
  const links = eventsOf(row).flatMap((event) => {
    const result = resultOf(event);
    const href = result?.errno ? explain.ofEvent(event, row, tape) : null;
    return result && href ? [[result, href] as const] : [];
  });
  return new Map(links);
}

/** A value as text; an errno that an event delivers leads to its explanation. */
function valueText(value: DecodedValue, hrefs: EventHrefs): Html[] {
  if (hrefs.size === 0) return [html`${shownText(value.text)}`];
  return printPieces(value).map((piece) => {
    if (typeof piece === 'string') return html`${piece}`;
    const href = hrefs.get(piece.result);
    return href ? html`<a href="${href}">${piece.text}</a>` : html`${piece.text}`;
  });
}

/** The structures that a call was given or has filled in, each to be unfolded. */
export function callFields({ arguments: args }: TapeRow, hrefs: EventHrefs): Html[] {
  return args.filter(hasStructure).map(
    (argument) =>
      html`<details class="fields">
        <summary><code>${argument.name}</code></summary>
        ${fieldList(argument, hrefs)}
      </details>`,
  );
}

/** A pointer to a single value says that value in its own text already. */
function hasStructure(value: DecodedValue): boolean {
  const fields = fieldsOf(value);
  return fields.length > 1 || fields.some((field) => fieldsOf(field).length > 0);
}

function fieldList(value: DecodedValue, hrefs: EventHrefs): Html {
  return html`<ul>
    ${fieldsOf(value).map(
      (field) =>
        html`<li>
          <code><i>${field.name}&nbsp;=&nbsp;</i>${valueText(field, hrefs)}</code>
          ${field.kind === 'bytes' && hexDump(field.bytes)}
          ${fieldsOf(field).length > 0 && fieldList(field, hrefs)}
        </li>`,
    )}
    ${value.kind === 'array' && value.leftOut !== '0' && leftOut(value.leftOut)}
  </ul>`;
}

/** In figures alone: the page may be in any language. */
const leftOut = (count: string): Html =>
  html`<li>
    <code><i>…&nbsp;=&nbsp;</i>+ ${count}</code>
  </li>`;
