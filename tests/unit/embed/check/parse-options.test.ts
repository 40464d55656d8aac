import { expect, it } from 'vitest';
import { parseOptions } from '../../../../site/embed/check/parse-options.ts';

it('reads what is to be checked, and where', () => {
  const env = { LIVE_MAN_SERVER: 'https://man.example' };
  expect(parseOptions(['dist', '--strict', '--json'], {})).toEqual({
    kind: 'check',
    path: 'dist',
    server: null,
    isStrict: true,
    format: 'json',
  });
  expect(parseOptions(['dist'], env)).toMatchObject({ server: new URL(env.LIVE_MAN_SERVER) });
  expect(parseOptions([], env)).toEqual({ kind: 'help' });
});

it('says what is wrong with a command line', () => {
  const sentence = (...args: string[]) => parseOptions(args, {});
  expect(sentence('a', 'b')).toMatchObject({ sentence: 'One folder at a time.' });
  expect(sentence('a', '--stirct')).toMatchObject({ sentence: "Unknown option '--stirct'." });
  expect(sentence('a', '-s', 'man.example')).toMatchObject({
    sentence: expect.stringMatching(/^The server is to be an address/),
  });
});
