import { describe, expect, it } from 'vitest';
import { readGccText } from '../../../playground-server/compile/gcc-text.ts';
import { snippetText } from '../../../playground-server/compile/snippet-text.ts';

const source = '#include <map>\n#include <string>\nint é;\nm[K{}] = 1;\n';
/** What is told of the lines of a compiler's messages. */
const told = (text: string) => {
  const read = readGccText(snippetText(source, 'snippet.cc'));
  return text.split('\n').map(read);
};

describe('messages of g++', () => {
  it('stand at the reader’s own column, with the option that asked for them', () => {
    expect(told('snippet.cc:3:8: warning: unused ‘é’ [-Wunused-variable]')).toEqual([
      [
        {
          ...{ severity: 'warning', line: 3, column: 7 },
          ...{ message: 'unused ‘é’', option: '-Wunused-variable' },
        },
      ],
    ]);
  });

  it('stand at the line that asked for a template of a header, with a few of their notes', () => {
    const header = '/usr/include/c++/12/bits/stl_function.h';
    const candidate = `${header}:99:1: note: candidate`;
    const lines = told(
      [
        `${header}: In instantiation of ‘bool std::less<K>::operator()’:`,
        `/usr/include/c++/12/bits/stl_map.h:511:32:   required from ‘operator[]’`,
        'snippet.cc:4:2:   required from here',
        `${header}:408:20: error: no match for ‘operator<’`,
        ...Array.from({ length: 5 }, () => candidate),
      ].join('\n'),
    );
    const at = { line: 4, column: 2 };
    expect(lines).toEqual([
      null,
      [],
      [],
      [{ severity: 'error', ...at, message: `${header}:408: no match for ‘operator<’` }],
      ...Array.from({ length: 3 }, () => [
        { severity: 'note', ...at, message: `${header}:99: candidate` },
      ]),
      [],
      [],
    ]);
  });

  it('of a header stand at its #include, where no line asked for more', () => {
    expect(told('/usr/include/c++/12/string:7:2: error: too old')).toEqual([
      [{ severity: 'error', line: 2, column: 1, message: '/usr/include/c++/12/string:7: too old' }],
    ]);
  });

  it('leave out that _GNU_SOURCE is defined already, and where', () => {
    const lines =
      'snippet.cc:3:1: warning: "_GNU_SOURCE" redefined\n<command-line>:0:0: note: before\n' +
      'snippet.cc:3:1: error: bad';
    expect(told(lines).map((each) => each?.length)).toEqual([0, 0, 1]);
  });

  it('are no others', () => {
    expect(told('/work/snippet.cc:3: error: undefined reference\n[1]\n')).toEqual([
      null,
      null,
      null,
    ]);
  });
});
