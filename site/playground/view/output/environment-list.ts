import type {
  Environment,
  Limits,
  Watching,
} from '../../../../playground-server/protocol/index.ts';
import { html } from '../../../markup/html.ts';
import type { Html } from '../../../markup/html.ts';
import type { Words } from '../../../words/words.ts';
import { duration } from '../../../words/quantity.ts';
import { limitValues } from './run-report.ts';

const limitNames = [
  ['limit.wallTime', 'wallTime'],
  ['limit.cpuTime', 'cpuTime'],
  ['limit.memoryName', 'memory'],
  ['limit.addressSpace', 'addressSpace'],
  ['limit.processesName', 'processes'],
  ['limit.openFiles', 'openFiles'],
  ['limit.outputName', 'output'],
  ['limit.tapeCalls', 'tapeCalls'],
  ['limit.tapeName', 'tape'],
  ['limit.fileName', 'file'],
  ['limit.disk', 'disk'],
  ['limit.aioEventsName', 'aioEvents'],
] as const;

/** The machine that answered and what a run may use, for comparing results. */
export function environmentList(environment: Environment, limits: Limits, words: Words): Html {
  const values = limitValues(limits, words.lang);
  const rows: [Html | string, string][] = [
    [words.say('playground.kernel'), `${environment.kernel} ${environment.machine}`],
    [words.say('playground.compiler'), environment.compiler],
    [words.say('playground.libc'), environment.libc],
    [words.say('playground.libaio'), environment.libaio],
    [words.say('playground.aioMaxNr'), String(environment.aioMaxNr)],
    [words.say('playground.scratch'), environment.scratch],
    ...(environment.watching ? [watchingRow(environment.watching, words)] : []),
    ...limitNames.flatMap(([name, key]): [string, string][] =>
      values[key] === undefined ? [] : [[words.say(name), values[key]]],
    ),
  ];
  return html`<dl>
    ${rows.map(
      ([name, value]) =>
        html`<div>
          <dt>${name}</dt>
          <dd>${value}</dd>
        </div>`,
    )}
  </dl>`;
}

/** What watching adds, by what the server has measured; its name leads to the manual. */
function watchingRow(
  { bareNs, toldNs, lastedNs }: Watching,
  words: Words,
): [name: Html, value: string] {
  const more = (ns: number) => duration(Math.max(0, ns - bareNs), words.lang);
  return [
    html`<a href="/${words.lang}/playground/#watching">${words.say('playground.watching')}</a>`,
    words.say('playground.watchingCosts', { told: more(toldNs), lasted: more(lastedNs) }),
  ];
}
