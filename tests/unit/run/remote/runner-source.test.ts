import { expect, it } from 'vitest';
import { parseConfig } from '../../../../playground-server/config.ts';
import { urlsOf } from '../../../../playground-server/run/remote/runner-source.ts';

const runnersOf = (RUNNERS: string) => {
  const answer = parseConfig({ RUNNERS });
  return answer.kind === 'config' ? answer.config.runners : answer.sentences;
};

it('is a list of addresses, or a name that stands for all of its addresses', () => {
  expect(
    runnersOf('http://10.0.0.1:4321, https://runner.example/,dns+http://runners:4321'),
  ).toEqual([
    { kind: 'one', url: 'http://10.0.0.1:4321' },
    { kind: 'one', url: 'https://runner.example' },
    { kind: 'each-address', host: 'runners', port: '4321' },
  ]);
  expect(runnersOf('')).toEqual([]);
});

it.each([
  '10.0.0.1:4321',
  'ftp://runner',
  'http://runner/path',
  'dns+https://runner',
  'http://a,b',
])('refuses %s, and says what is allowed', (value) => {
  const sentence = expect.stringMatching(
    /^RUNNERS is ".*": it must be a list of http:\/\/ or https:\/\/ addresses without a path/,
  );
  expect(runnersOf(value)).toEqual([sentence]);
});

it('finds a runner behind each address of a name', async () => {
  const source = { kind: 'each-address', host: 'runners', port: '4321' } as const;
  const resolve = async () => ['10.0.0.1', '[fd00::1]'];
  expect(await urlsOf(source, resolve)).toEqual(['http://10.0.0.1:4321', 'http://[fd00::1]:4321']);
});
