import { expect, it } from 'vitest';
import type { Language } from '../../../playground-server/protocol/language-table.ts';
import { tokensOfLine } from '../../../site/playground/view/editor/monaco-tokens.ts';
import { highlightSource } from '../../../site/playground/view/source/highlight-source.ts';

/** What each coloured piece of a source is, line after line, as the editor is told. */
function inEditor(source: string, language: Language): string[][] {
  let open: Parameters<typeof tokensOfLine>[1] = '';
  return source.split('\n').map((line) => {
    const { tokens, endState } = tokensOfLine(line, open, language);
    ({ open } = endState);
    return tokens.flatMap(({ startIndex, scopes }, at) => {
      const text = line.slice(startIndex, tokens[at + 1]?.startIndex);
      return scopes && text ? [`${scopes}: ${text}`] : [];
    });
  });
}

const inPage = (source: string, language: Language): string[][] =>
  highlightSource(source, language).map(({ markup }) =>
    [...markup.matchAll(/<span class="tok-(\w+)">(.+?)<\/span>/g)].map(
      ([, name, text]) => `${name}: ${text!.replaceAll('&#34;', '"').replaceAll('&#39;', "'")}`,
    ),
  );

it.each([
  ['c', 'int main(void)\n{ /* two\n lines */ size_t event = 0x10; puts("a\\"b"); // end\n}'],
  ['c', '#include "a.h"\nstruct io_event new; /* open\nfor ever'],
  ['cpp', 'auto s = R"x(one " )"\n// two)x"; throw 1\'000; // end\nco_await u8R"(open\nfor ever'],
  ['typescript', "const said = `one ${1}\ntwo`; type A = 'x';\nfor (const event of []) {}"],
] as const)(
  'a line of %s has the same colours in the page and in Monaco: %j',
  (language, source) => {
    expect(inEditor(source, language)).toEqual(inPage(source, language));
    expect(inEditor(source, language).flat()).not.toEqual([]);
  },
);

it('keywords of C++ and of TypeScript are not keywords of C', () => {
  expect(inEditor('new event = of;', 'c').flat()).toEqual([]);
  expect(inEditor('new event = of;', 'cpp').flat()).toEqual(['keyword: new']);
});
