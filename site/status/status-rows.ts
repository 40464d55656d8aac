import { languages, languageTable } from '../../playground-server/protocol/language-table.ts';
import type { Status } from '../../playground-server/protocol/index.ts';
import { limitValues } from '../playground/view/output/run-report.ts';
import type { Words } from '../words/words.ts';

/** A name and its value, which is empty if not known. */
export type Row = [name: string, value: string];

const limitNames = {
  'limit.wallTime': 'wallTime',
  'limit.cpuTime': 'cpuTime',
  'limit.memoryName': 'memory',
  'limit.addressSpace': 'addressSpace',
  'limit.processesName': 'processes',
  'limit.openFiles': 'openFiles',
  'limit.outputName': 'output',
  'limit.tapeCalls': 'tapeCalls',
  'limit.tapeName': 'tape',
  'limit.fileName': 'file',
  'limit.disk': 'disk',
  'limit.aioEventsName': 'aioEvents',
};

/** What one run may use: the name of each limit, then its value for each language. */
export function limitRows(status: Status | null, words: Words): string[][] {
  const values = languages.map((language) => {
    const limits = status?.languages[language]?.limits;
    return limits ? limitValues(limits, words.lang) : {};
  });
  return Object.entries(limitNames).map(([name, key]) => [
    words.say(name),
    ...values.map((limits) => limits[key] ?? ''),
  ]);
}

/** The machine on which runs take place. The compiler belongs to the language. */
export function machineRows(status: Status | null, words: Words): Row[] {
  const environments = languages.map((language) => status?.languages[language]?.environment);
  const any = environments.find((environment) => environment);
  return [
    [words.say('playground.kernel'), any ? `${any.kernel} ${any.machine}` : ''],
    ...languages.map((language, index): Row => [
      `${words.say('playground.compiler')} (${languageTable[language].name})`,
      environments[index]?.compiler ?? '',
    ]),
    [words.say('playground.libc'), any?.libc ?? ''],
    [words.say('playground.libaio'), any?.libaio ?? ''],
    [words.say('playground.aioMaxNr'), any ? String(any.aioMaxNr) : ''],
  ];
}
