import { fieldsOf } from '../../../../playground-server/protocol/decoded-fields.ts';
import { shownText } from '../../../../playground-server/protocol/display-text.ts';
import { printPieces } from '../../../../playground-server/protocol/print-value.ts';
import { briefPieces } from '../../../../playground-server/protocol/print-brief.ts';
import type { NameOf } from '../../../../playground-server/protocol/print-brief.ts';
import type {
  DecodedValue,
  ErrnoPiece,
  TextPiece,
} from '../../../../playground-server/protocol/index.ts';
import type { Words } from '../../../words/words.ts';
import type { Tape } from '../../client/explain/scope-of.ts';
import { eventsOf, resultOf } from '../../client/row-values.ts';
import type { TapeRow } from '../../client/run-state.ts';
import { html } from '../../../markup/html.ts';
import type { Html } from '../../../markup/html.ts';
import { hexDump } from './hex-dump.ts';
import type { TapeContext } from '../tape-context.ts';

/** `io_submit(ctx₁, 1, [pread 3 64 @0])`: a call in one line, with short names. */
export function callText(
  { name, arguments: args }: TapeRow,
  { nameOf }: { nameOf: NameOf },
  hrefs: EventHrefs,
): Html {
  const last = args.length - 1;
  // Each with its comma, so that a narrow row breaks between arguments.
  const parts = args.map(
    (value, at) =>
      html`<span class="argument"
        >${linked(briefly(value, nameOf), hrefs)}${at < last ? ', ' : ')'}</span
      >`,
  );
  return html`<code class="call">${name}(${parts}${args.length === 0 && ')'}</code>`;
}

/** A value in as few characters as a line has room for. */
export const briefly = (value: DecodedValue, nameOf: NameOf): readonly TextPiece[] =>
  isOld(value) ? [shownText(value.text)] : briefPieces(value, nameOf);

/** A server of an older version sends only text. */
const isOld = (value: DecodedValue): boolean => !('kind' in value);

/** Links to the explanations of the errnos in a call's events, by result. */
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
  return linked(printPieces(value), hrefs);
}

const linked = (pieces: readonly TextPiece[], hrefs: EventHrefs): Html[] =>
  pieces.map((piece) => {
    if (typeof piece === 'string') return html`${piece}`;
    const href = hrefs.get(piece.result);
    return href ? html`<a href="${href}">${piece.text}</a>` : html`${piece.text}`;
  });

/** A call's arguments in full, with what it filled in, to be unfolded in place. */
export function callFields(row: TapeRow, hrefs: EventHrefs, words: Words): Html | false {
  const { name, arguments: args } = row;
  if (args.length === 0) return false;
  return html`<details class="fields">
    <summary aria-label="${words.say('playground.argumentsOf', { call: name })}"></summary>
    ${fieldList(args, null, hrefs)}
  </details>`;
}

/** Values with parts are listed part by part, except a pointer to a single plain value. */
function isSaidByParts(value: DecodedValue): boolean {
  const fields = fieldsOf(value);
  return fields.length > 1 || fields.some((field) => fieldsOf(field).length > 0);
}

function fieldList(
  fields: readonly DecodedValue[],
  of: DecodedValue | null,
  hrefs: EventHrefs,
): Html {
  return html`<ul>
    ${fields.map(
      (field) =>
        html`<li>
          <code
            ><i>${field.name}&nbsp;=&nbsp;</i
            >${isSaidByParts(field) ? whole(field) : valueText(field, hrefs)}</code
          >
          ${field.kind === 'bytes' && hexDump(field.bytes)}
          ${isSaidByParts(field) && fieldList(fieldsOf(field), field, hrefs)}
        </li>`,
    )}
    ${of?.kind === 'array' && of.leftOut !== '0' && leftOut(of.leftOut)}
  </ul>`;
}

/** With its parts listed below, all that is left to show of a value is its address. */
const whole = (value: DecodedValue): Html =>
  html`${'address' in value && value.address ? value.address : ''}`;

/** In figures only, because the page may be in any language. */
const leftOut = (count: string): Html =>
  html`<li>
    <code><i>…&nbsp;=&nbsp;</i>+ ${count}</code>
  </li>`;
