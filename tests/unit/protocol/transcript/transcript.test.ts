import { describe, expect, it } from 'vitest';
import type { UnstampedEvent } from '../../../../playground-server/protocol/index.ts';
import { Transcript } from '../../../../playground-server/protocol/transcript/transcript.ts';
import { einval, entry, exit, finished, stamped } from '../../client/events.ts';

const source = 'int main(void)\n{\n\treturn nothing;\n}\n';

function told(events: UnstampedEvent[], merged = true) {
  const transcript = new Transcript({ file: 'x.c', source, merged });
  return stamped(events).flatMap((event) => transcript.tell(event));
}
const textOf = (...events: UnstampedEvent[]) =>
  told(events)
    .map(({ text }) => text)
    .join('');

const prints = (text: string): UnstampedEvent => ({ kind: 'output', stream: 'stdout', text });

describe('the text of a run', () => {
  it('has calls and output as they happened, each on lines of its own', () => {
    expect(textOf(entry(1), exit(1, '-1', einval), prints('no end'), finished))
      .toMatchInlineSnapshot(`
      "   9  io_setup(128) = -1 EINVAL
      no end
            +++ exited with 0 +++
      "
    `);
  });

  it('breaks off the line of a call that something is printed in', () => {
    expect(textOf(entry(1), prints('between\n'), exit(1, '0', null))).toMatchInlineSnapshot(`
      "   9  io_setup(128 <unfinished ...>
      between
         9  <... io_setup resumed>) = 0
      "
    `);
  });

  it('says of an answer that it was not the kernel', () => {
    const asked = { ...exit(1, '-1', einval), verdict: 'condition' } as UnstampedEvent;
    expect(textOf(entry(1), asked)).toContain(' = -1 EINVAL (INJECTED)\n');
  });

  it('numbers threads as soon as there are two', () => {
    const other = { ...entry(2), thread: 2 } as UnstampedEvent;
    expect(textOf(entry(1), exit(1, '0', null), other)).toContain('[thread 2] io_setup(');
    expect(textOf(entry(1), exit(1, '0', null))).not.toContain('thread');
  });

  it('shows what the compiler means, at the column where a terminal has it', () => {
    const [message, ending] = told([
      {
        kind: 'diagnostic',
        severity: 'error',
        line: 3,
        column: 9,
        endLine: 3,
        endColumn: 16,
        message: 'undeclared',
        option: '-Wx',
      },
      { kind: 'finished', outcome: { kind: 'not-compiled' } },
    ]);
    expect(message).toEqual({
      from: 'compiler',
      text:
        'x.c:3:9: error: undeclared [-Wx]\n' +
        '    3 | \treturn nothing;\n' +
        '      | \t       ^~~~~~~\n',
    });
    expect(ending?.text).toBe('live-man: The snippet does not compile, so nothing of it ran.\n');
  });

  it('leaves the output as it is where another stream has the calls', () => {
    const pieces = told([entry(1), prints('a'), exit(1, '0', null)], false);
    expect(pieces.map(({ from }) => from)).toEqual(['tape', 'stdout', 'tape']);
    expect(pieces[2]?.text).toMatch(/^\) = 0\n$/);
  });
});
