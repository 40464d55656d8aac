import { expect, test } from 'vitest';
import { readGccText } from '../../../playground-server/compile/gcc-text.ts';
import { splitPreamble } from '../../../playground-server/compile/preamble.ts';
import { snippetText } from '../../../playground-server/compile/snippet-text.ts';

/** Four times a snippet: whatever is searched again from each of its places takes half a minute. */
const length = 256 * 1024;
const fill = (piece: string) => piece.repeat(length / piece.length);
const snippet = snippetText('', 'snippet.cc');

const texts: Record<string, () => unknown> = {
  'ends of comments, without a beginning': () => splitPreamble(`//${fill('*/  ')}\n`, 'snippet.c'),
  'a quotation without an end': () => snippetText(`# 1\n"${fill('\\"')}`, 'snippet.c'),
  'a message that begins to name its option again and again': () =>
    Array.from({ length: 4 }, () => readGccText(snippet)(`snippet.cc:1:1: error: ${fill(' [-W')}`)),
};

test.each(Object.entries(texts))('%s: the server reads it once', { timeout: 10_000 }, (_, read) => {
  expect(read()).toBeDefined();
});
