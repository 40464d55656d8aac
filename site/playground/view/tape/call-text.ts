import type { DecodedValue } from '../../../../playground-server/protocol/index.ts';
import type { TapeRow } from '../../client/run-state.ts';
import { html } from '../html.ts';
import type { Html } from '../html.ts';

/** `io_setup(nr_events = 128, ctx_idp = &ctx)`, with names and values told apart. */
export function callText({ name, arguments: args }: TapeRow): Html {
  const last = args.length - 1;
  const parts = args.map((argument, at) => one(argument, at < last ? ', ' : ')'));
  return html`<code class="call">${name}(${parts}${args.length === 0 && ')'}</code>`;
}

/** With what follows it, so that a narrow row breaks between arguments. */
const one = ({ name, text }: DecodedValue, after: string): Html =>
  html`<span class="argument"><i>${name} = </i>${text}${after}</span>`;

/** The structures that a call was given or has filled in, each to be unfolded. */
export function callFields({ arguments: args }: TapeRow): Html[] {
  return args.filter(hasStructure).map(
    (argument) =>
      html`<details class="fields">
        <summary><code>${argument.name}</code></summary>
        ${fieldList(argument.fields ?? [])}
      </details>`,
  );
}

/** A pointer to a single value says that value in its own text already. */
const hasStructure = ({ fields = [] }: DecodedValue): boolean =>
  fields.length > 1 || fields.some(({ fields: inner = [] }) => inner.length > 0);

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
