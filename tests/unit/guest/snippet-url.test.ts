import { expect, it } from 'vitest';
import { snippetUrl } from '../../../playground-server/guest/call-mark.ts';
import { snippetFile } from '../../../playground-server/protocol/index.ts';

// guest/ is all that a sandbox has of the server, so that it cannot ask the table of languages.
it('the sandbox calls a TypeScript snippet what everything else calls it', () => {
  expect(snippetUrl).toBe(`file:///work/${snippetFile('typescript')}`);
});
