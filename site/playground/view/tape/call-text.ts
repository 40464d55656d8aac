import type { DecodedValue } from '../../../../playground-server/protocol/index.ts';
import type { TapeRow } from '../../client/run-state.ts';
import { html } from '../html.ts';
import type { Html } from '../html.ts';
import type { TapeContext } from './tape-row.ts';

type Explain = TapeContext['explain'];

/** `io_setup(nr_events = 128, ctx_idp = &ctx)`, with names and values told apart. */
export function callText({ name, arguments: args }: TapeRow, explain: Explain): Html {
  const last = args.length - 1;
  const parts = args.map((argument, at) => one(argument, at < last ? ', ' : ')', explain));
  return html`<code class="call">${name}(${parts}${args.length === 0 && ')'}</code>`;
}

/** With what follows it, so that a narrow row breaks between arguments. */
const one = (value: DecodedValue, after: string, explain: Explain): Html =>
  html`<span class="argument"><i>${value.name} = </i>${valueText(value, explain)}${after}</span>`;

/** Keeps the errnos that it splits at: `res = -22 EINVAL` inside a structure, `-22 EINVAL` in res. */
const errnoOfEvent = { inside: /(?<=\bres = -\d+ )(E[A-Z0-9]+)/, alone: /(?<=^-\d+ )(E[A-Z0-9]+)/ };

/** A value as text; the errno that an event delivers leads to its explanation. */
function valueText({ name, text }: DecodedValue, explain: Explain): Html[] {
  const pieces = text.split(name === 'res' ? errnoOfEvent.alone : errnoOfEvent.inside);
  return pieces.map((piece, at) => {
    const href = at % 2 === 1 && explain('io_event', piece);
    return href ? html`<a href="${href}">${piece}</a>` : html`${piece}`;
  });
}

/** The structures that a call was given or has filled in, each to be unfolded. */
export function callFields({ arguments: args }: TapeRow, explain: Explain): Html[] {
  return args.filter(hasStructure).map(
    (argument) =>
      html`<details class="fields">
        <summary><code>${argument.name}</code></summary>
        ${fieldList(argument.fields ?? [], explain)}
      </details>`,
  );
}

/** A pointer to a single value says that value in its own text already. */
const hasStructure = ({ fields = [] }: DecodedValue): boolean =>
  fields.length > 1 || fields.some(({ fields: inner = [] }) => inner.length > 0);

function fieldList(fields: readonly DecodedValue[], explain: Explain): Html {
  return html`<ul>
    ${fields.map(
      (field) =>
        html`<li>
          <code><i>${field.name}&nbsp;=&nbsp;</i>${valueText(field, explain)}</code>
          ${field.fields && field.fields.length > 0 && fieldList(field.fields, explain)}
        </li>`,
    )}
  </ul>`;
}
