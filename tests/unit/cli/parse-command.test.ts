import { describe, expect, it } from 'vitest';
import { parseCommand } from '../../../cli/parse-command.ts';

const run = (...args: string[]) => parseCommand(['run', ...args], {});
const wrong = (...args: string[]) => {
  const command = parseCommand(args, {});
  return command.kind === 'wrong' ? command.sentence : command.kind;
};

describe('a command line', () => {
  it('is a request, whose language the name of the file tells', () => {
    expect(run('a/x.c')).toMatchObject({
      file: 'a/x.c',
      request: { language: 'c' },
      server: new URL('http://127.0.0.1:4321'),
      format: 'lines',
    });
    expect(
      run('x.ts', '-k', '6.1', '--scratch', 'disk', '--user', 'nobody', '--tape', 'all', '--json'),
    ).toMatchObject({
      request: {
        language: 'typescript',
        kernel: '6.1',
        tape: 'all',
        conditions: { scratch: 'disk', user: 'nobody' },
      },
      format: 'json',
    });
    expect(run('x.c', '--inject', 'io_submit:error=EAGAIN:when=2')).toMatchObject({
      request: {
        conditions: { answer: [{ call: 'io_submit', errno: 'EAGAIN', from: 2, to: 2 }] },
      },
    });
    expect(run('-', '--language', 'c')).toMatchObject({ file: '-', request: { language: 'c' } });
    for (const args of [['x.cc'], ['x.cpp'], ['x.cxx'], ['-', '--language', 'c++']])
      expect(run(...args)).toMatchObject({ request: { language: 'cpp' } });
  });

  it('hands the rest to the program', () => {
    expect(run('x.c', '-t', 'one', '--stdin', 'in.txt', '--', '-v')).toMatchObject({
      request: { language: 'c', arguments: ['one', '-v'] },
      stdin: 'in.txt',
      format: 'times',
    });
    expect(run('x.c')).toMatchObject({ request: { language: 'c' }, stdin: null });
  });

  it('names the server, or the environment does', () => {
    const env = { LIVE_MAN_SERVER: 'https://man.example' };
    expect(parseCommand(['run', 'x.c'], env)).toMatchObject({
      server: new URL(env.LIVE_MAN_SERVER),
    });
    expect(parseCommand(['run', 'x.c', '-s', 'http://[::1]:99'], env)).toMatchObject({
      server: new URL('http://[::1]:99'),
    });
  });

  it('asks for help, or says nothing', () => {
    for (const args of [[], ['--help'], ['help'], ['run', '-h']])
      expect(parseCommand(args, {})).toEqual({ kind: 'help' });
  });
});

it('says what is wrong with a command line, and what it could be', () => {
  expect(wrong('walk', 'x.c')).toBe('There is no command "walk".');
  expect(wrong('run')).toBe('Which file is to be run? For standard input, say "-".');
  expect(wrong('run', '-', '--stdin', '-')).toBe(
    'Standard input is either the snippet or what it reads.',
  );
  expect(wrong('run', 'x.rs')).toBe(
    'The name of "x.rs" does not tell its language (.c, .cc, .cpp, .cxx, .ts); --language does: c, cpp, typescript.',
  );
  expect(wrong('run', '-', '-l', 'ada')).toBe(
    '"ada" is none of the languages: c, cpp, typescript.',
  );
  expect(wrong('run', 'x.c', '--kernle', '6.1')).toBe("Unknown option '--kernle'.");
  expect(wrong('run', 'x.c', '-s', 'man.example:80')).toMatch(/^The server is to be an address/);
  expect(wrong('run', 'x.c', '-t', '--json')).toBe('--json and --times exclude each other.');
});
