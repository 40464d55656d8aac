import type { DecodedValue } from '../../../../playground-server/protocol/index.ts';
import type { TapeRow } from '../../client/run-state.ts';
import { html } from '../html.ts';
import type { Html } from '../html.ts';

/** `io_setup(nr_events = 128, ctx_idp = &ctx)`, with names and values told apart. */
export function callText({ name, arguments: args }: TapeRow): Html {
  const last = args.length - 1;
  return html`<code class="call"
    ><b>${name}</b>(${args.map((argument, at) => html`${one(argument)}${at < last && ', '}`)})</code
  >`;
}

const one = ({ name, text }: DecodedValue): Html =>
  html`<span class="argument"><i>${name}&nbsp;=&nbsp;</i>${text}</span>`;

/** The structures that a call was given or has filled in, each to be unfolded. */
export function callFields({ arguments: args }: TapeRow): Html[] {
  return args
    .filter(({ fields }) => fields && fields.length > 0)
    .map(
      (argument) =>
        html`<details class="fields">
          <summary><code>${argument.name}</code></summary>
          ${fieldList(argument.fields ?? [])}
        </details>`,
    );
}

function fieldList(fields: readonly DecodedValue[]): Html {
  return html`<ul>
    ${fields.map(
      (field) =>
        html`<li>
          <code><i>${field.name}&nbsp;=&nbsp;</i>${field.text}</code>
          ${field.fields && field.fields.length > 0 && fieldList(field.fields)}
        </li>`,
    )}
  </ul>`;
}
