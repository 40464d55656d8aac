import { describe, expect, it } from 'vitest';
import type { RunRequest } from '../../../../playground-server/protocol/index.ts';
import { checkPages, serverOf } from '../../../../site/embed/check/check-pages.ts';
import { printReport } from '../../../../site/embed/check/print-report.ts';
import { encodeSnippet } from '../../../../site/share/encode-snippet.ts';

const address = new URL('https://man.example');

/** Compiles what has a main in it. */
function server() {
  const asked: RunRequest[] = [];
  const line = { severity: 'error' as const, line: 2, column: 1, message: "expected ';'" };
  return {
    asked,
    names: async () => ({
      examples: { 'io_setup-first': 21, 'io_submit-first': 40, 'goal-full-ring': 30 },
      goals: ['full-ring'],
      calls: ['io_submit'],
      errnos: ['EAGAIN'],
    }),
    async check(request: RunRequest) {
      asked.push(request);
      const compiled = request.source.includes('main');
      return { compiled, diagnostics: compiled ? [] : [line] };
    },
  };
}

const check = (body: string, made = server()) =>
  checkPages([{ file: 'dist/a.html', html: `<!doctype html>\n${body}` }], address, made);
const messages = async (body: string) =>
  (await check(body)).findings.map(({ rule, message }) => `${rule}: ${message}`);
const block = (source: string, language = 'c') =>
  `<pre><code class="language-${language}">${source}</code></pre>`;

describe('live-man-check', () => {
  it('has nothing to say about embeds that are right', async () => {
    const { embeds, findings } = await check(
      `<live-man example="io_setup-first" lines="3-21" goal="io_submit = EAGAIN" x-data="{}">
         <a href="/">A first context</a></live-man>
       <live-man goal="full-ring" highlight="1" kernel="6.1">${block('int main(void){}')}</live-man>`,
    );
    expect([embeds, findings]).toEqual([2, []]);
  });

  it('knows the names that were meant', async () => {
    const fallback = '<a href="/">Link</a></live-man>';
    expect(
      await messages(
        `<live-man example="io_setup-frist">${fallback}<live-man example="quite-another">${fallback}
         <live-man example="io_setup-first" goal="ful-ring" line="7">${fallback}
         <live-man example="io_setup-first" goal="io_submit = EAGIAN" theme="blue">${fallback}`,
      ),
    ).toEqual([
      'unknown-example: There is no example "io_setup-frist". Did you mean "io_setup-first"?',
      'unknown-example: There is no example "quite-another".',
      'unknown-goal: There is no goal "ful-ring". Did you mean "full-ring"?',
      'unknown-attribute: There is no attribute "line". Did you mean "lines"?',
      'unknown-goal: The goal "io_submit = EAGIAN" cannot be read at "EAGIAN" (errno). Did you mean "EAGAIN"?',
      'wrong-value: "blue" is not a value of theme. Write auto | light | dark; until then, the default applies.',
    ]);
  });

  it('counts lines, of own code and of examples', async () => {
    expect(
      await messages(
        `<live-man example="io_setup-first" lines="3-22"><a href="/">Link</a></live-man>
         <div class="live-man" data-highlight="3"></div>${block('int main(void)\n{}')}`,
      ),
    ).toEqual([
      'no-such-line: lines="3-22" names line 22, but there are 21.',
      'no-such-line: highlight="3" names line 3, but there are 2.',
    ]);
  });

  it('knows that a goal of the site brings a program, and one that is spelt out does not', async () => {
    const link = '<a href="/">Link</a>';
    expect(
      await messages(
        `<live-man goal="full-ring" lines="1-30">${link}</live-man>
         <div class="live-man" data-goal="full-ring" data-lines="31">${link}</div>
         <iframe src="https://man.example/en/embed/?goal=full-ring"></iframe>
         <iframe src="https://man.example/en/embed/goal-ful-ring/"></iframe>
         <iframe src="https://man.example/en/learn/?goal=no"></iframe>
         <live-man goal="full-ring"></live-man>
         <live-man goal="io_submit = EAGAIN">${link}</live-man>`,
      ),
    ).toEqual([
      'no-such-line: lines="31" names line 31, but there are 30.',
      'unknown-goal: There is no goal "ful-ring". Did you mean "full-ring"?',
      'no-fallback: Readers without JavaScript, on paper and in feeds see nothing here. Put a link or the code between the tags.',
      'nothing-to-run: There is nothing to run: name an example or a goal of the site, or put code into a <pre>.',
    ]);
  });

  it('has each source compiled once, and says where it fails', async () => {
    const made = server();
    const broken = `<div class="live-man"></div>${block('int x\n')}`;
    const { findings } = await check(
      `${broken}<p>Again:</p>${broken}<live-man address-space="64">${block('int main')}</live-man>`,
      made,
    );
    expect(findings.map(({ message }) => message)).toEqual(
      Array(2).fill("The code does not compile: line 2: expected ';'"),
    );
    expect(made.asked).toEqual([
      { language: 'c', source: 'int x' },
      { language: 'c', source: 'int main', conditions: { addressSpaceMiB: 64 } },
    ]);
  });

  it('finds what will not run at all', async () => {
    const code = await encodeSnippet({ language: 'c', source: 'int x' });
    expect(
      await messages(
        `<live-man></live-man><live-man>${block('fn main() {}', 'rust')}</live-man>
         <live-man>${block('a'.repeat(65_537))}</live-man>
         <live-man code="v1.AAAA">Link</live-man><live-man code="${code}">Link</live-man>`,
      ),
    ).toEqual([
      'nothing-to-run: There is nothing to run: name an example or a goal of the site, or put code into a <pre>.',
      'foreign-language: Code in rust does not run here: c, cpp, typescript do.',
      'too-large: The code has more than 64 KiB, which is the most.',
      expect.stringMatching(/^damaged-code: The attribute code cannot be read/),
      "does-not-compile: The code does not compile: line 2: expected ';'",
    ]);
  });

  it('reports lines of files as compilers do, and warnings apart', async () => {
    const checked = await check('<p>\n<live-man example="io_setup-first"></live-man>');
    expect(printReport(checked)).toBe(
      'dist/a.html:3: warning: Readers without JavaScript, on paper and in feeds see nothing here. ' +
        'Put a link or the code between the tags.\n1 embed on 1 page: 0 errors, 1 warning.\n',
    );
    expect(checked.findings).toMatchObject([{ severity: 'warning', line: 3 }]);
  });

  it('takes the server from the script that the pages load, and from no other of that name', () => {
    const page = (src: string) => [{ file: 'a', html: `<script async src="${src}"></script>` }];
    expect(serverOf(page('https://man.example/embed@1.js'))?.origin).toBe('https://man.example');
    expect(serverOf(page('https://comments.example/forum/embed.js'))).toBeNull();
    expect(serverOf(page('/embed.js'))).toBeNull();
  });
});
