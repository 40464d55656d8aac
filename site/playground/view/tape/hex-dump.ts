import { html } from '../../../markup/html.ts';
import type { Html } from '../../../markup/html.ts';

/** A narrow tape has room for eight bytes and their characters. */
const rowBytes = 8;

/** Data as `00  68 65 6c 6c 6f  hello`: offset, bytes, and the ASCII characters among them. */
export function hexDump(bytes: string): Html {
  const rows = bytes.match(new RegExp(`.{1,${rowBytes * 2}}`, 'g')) ?? [];
  return html`<pre class="bytes">${rows.map(dumpRow).join('\n')}</pre>`;
}

function dumpRow(row: string, at: number): string {
  const pairs = row.match(/../g) ?? [];
  const offset = (at * rowBytes).toString(16).padStart(2, '0');
  const hex = pairs.join(' ').padEnd(rowBytes * 3 - 1);
  return `${offset}  ${hex}  ${pairs.map(character).join('')}`;
}

function character(pair: string): string {
  const code = Number.parseInt(pair, 16);
  return code >= 0x20 && code < 0x7f ? String.fromCharCode(code) : '.';
}
