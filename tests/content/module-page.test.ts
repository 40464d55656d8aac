import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { completeLanguages } from '../../site/facts/localized.ts';
import { moduleSignatures, named } from '../../site/facts/module-signatures.ts';
import { dist } from './manual/built-pages.ts';

const sources = Object.fromEntries(
  globSync('playground-server/guest/aio/*.ts').map((file) => [file, readFileSync(file, 'utf8')]),
);
const signatures = moduleSignatures(sources);

test.each(completeLanguages)('the page in %s explains each export of the module, once', (lang) => {
  const page = readFileSync(`content/docs/${lang}/typescript.mdx`, 'utf8');
  const explained = Array.from(page.matchAll(/<ModulePart names="([^"]+)"/g), ([, names = '']) =>
    named(signatures, names).map(([name]) => name),
  ).flat();
  expect(explained.sort()).toEqual([...signatures.keys()].sort());
});

test.each([
  ['io_setup', 'io_setup(\n  nr_events: number | bigint,\n  ctx: AioContext | Pointer,\n): number'],
  ['io_destroy', 'io_destroy(ctx: ContextHandle): number'],
  ['errno', 'errno(): number'],
  ['Pointer', 'type Pointer = bigint | null;'],
  ['RWF_NOWAIT', 'RWF_NOWAIT = 0x8'],
])('%s is stated as “%s”', (name, signature) => expect(signatures.get(name)).toBe(signature));

test('a class shows no private member, and a property once', () => {
  const iocb = signatures.get('Iocb') ?? '';
  expect(iocb).not.toContain('#');
  expect(iocb.match(/aio_buf/g)).toHaveLength(1);
});

test('what can only be read is declared so', () => {
  expect(signatures.get('IoEvents')).toContain('  readonly length: number;');
  expect(signatures.get('AioContext')).toContain('\n  handle: bigint;');
});

test('no signature is too wide for its page', () => {
  const lines = [...signatures.values()].flatMap((signature) => signature.split('\n'));
  expect(lines.filter(({ length }) => length > 80)).toEqual([]);
});

test.each(completeLanguages)('the comparisons in %s lead from TypeScript to it', (lang) => {
  const pages = globSync(`${lang}/compare/*/index.html`, { cwd: dist });
  const without = pages.filter((page) => {
    const html = readFileSync(join(dist, page), 'utf8');
    const [shown] = /<section[^>]* id="typescript"[^]*?<\/section>/.exec(html) ?? [];
    return shown && !shown.includes(`href="/${lang}/typescript/"`);
  });
  expect(pages).not.toEqual([]);
  expect(without).toEqual([]);
});
