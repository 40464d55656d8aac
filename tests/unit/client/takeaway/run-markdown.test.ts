import { expect, it } from 'vitest';
import { runMarkdown } from '../../../../site/playground/client/takeaway/run-markdown.ts';
import { accepted, after, entry, exit, finished, stamped } from '../events.ts';

it('holds the snippet, the machine, the tape and what was printed', () => {
  const events = [
    accepted,
    entry(1),
    exit(1),
    { kind: 'output', stream: 'stdout', text: 'ready' } as const,
    finished,
  ];
  const text = runMarkdown({
    source: 'int main(void) {}\n',
    language: 'c',
    run: after(...events),
    events: stamped(events),
  });
  expect(text).toBe(
    `\`\`\`c
int main(void) {}
\`\`\`

Linux 6.18.44, x86_64, glibc 2.36, gcc 12.2.0

\`\`\`strace
1     0.000001 io_setup(128) = 0 <0.000041>
1     0.000004 +++ exited with 0 +++
\`\`\`

\`\`\`text
ready
\`\`\`
`.trimEnd(),
  );
});

it('fences a snippet that has fences itself', () => {
  const source = '// ```c\nint main(void) {}\n';
  const run = { environment: null, output: [] };
  const text = runMarkdown({ source, language: 'c', run, events: [] });
  expect(text).toContain('````c\n// ```c\nint main(void) {}\n````');
});
