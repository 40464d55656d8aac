import { describe, expect, it } from 'vitest';
import { misplacedImports } from '../../../scripts/check-imports.mjs';
import { findCircles } from '../../../scripts/imports/find-circles.mjs';

/** The complaint about one file with this one line. */
function complaints(path: string, text: string): string[] {
  return misplacedImports([{ path, text }]);
}

describe('what points down the pipeline passes', () => {
  it.each([
    ['playground-server/http/runs.ts', "import { conduct } from '../run/conduct.ts';"],
    ['playground-server/run/conduct.ts', "import { launch } from '../sandbox/launch.ts';"],
    ['playground-server/tracer/loop.ts', "import { waitpid } from '../linux/wait.ts';"],
    ['playground-server/linux/libc.ts', "import koffi from 'koffi';"],
    ['playground-server/guest/aio.ts', "import koffi from 'koffi';"],
    ['playground-server/http/app.ts', "import { OpenAPIHono } from '@hono/zod-openapi';"],
    ['playground-server/main.ts', "import { config } from './config.ts';"],
    ['playground-server/decode/call.ts', "export type { Stop } from '../tracer/stop.ts';"],
    ['playground-server/snippet/parse.ts', "import { limits } from '../protocol/index.ts';"],
    [
      'site/playground/client/store.ts',
      "import type { RunEvent } from '../../../playground-server/protocol/index.ts';",
    ],
    ['site/components/Tape.astro', "---\nimport yaml from 'yaml';\n---"],
    ['site/playground/view/frame.ts', "import { runRow } from '../client/run-row.ts';"],
    ['site/playground/view/frame.ts', "import css from '../../styles/tokens.css?raw';"],
    ['site/embed/guide.ts', "import type { Alternate } from '../export/alternates.ts';"],
    ['site/pages/compare.astro', "---\nimport Cell from '../compare/Cell.astro';\n---"],
    ['site/route-middleware.ts', "import { pathOf } from './components/path-of-page.ts';"],
  ])('%s: %s', (path, text) => {
    expect(complaints(path, text)).toEqual([]);
  });
});

describe('what points elsewhere is named', () => {
  it.each([
    [
      'up',
      'playground-server/linux/wait.ts',
      "import { loop } from '../tracer/loop.ts';",
      'points up',
    ],
    [
      'up, types too',
      'playground-server/run/run.ts',
      "import type { App } from '../http/app.ts';",
      'points up',
    ],
    [
      'beside',
      'playground-server/decode/call.ts',
      "import { stop } from '../tracer/stop.ts';",
      'take its type only',
    ],
    [
      'beside, a type among values',
      'playground-server/decode/call.ts',
      "import { type Stop } from '../tracer/stop.ts';",
      'take its type only',
    ],
    [
      'over several lines',
      'playground-server/decode/call.ts',
      "import {\n  a,\n  b,\n} from '../compile/gcc.ts';",
      'take its type only',
    ],
    [
      'lazily',
      'playground-server/linux/wait.ts',
      "const run = await import('../run/run.ts');",
      'points up',
    ],
    [
      'again, by export',
      'playground-server/protocol/index.ts',
      "export * from '../run/limits.ts';",
      'points up',
    ],
    [
      'for its effects',
      'playground-server/protocol/index.ts',
      "import '../run/limits.ts';",
      'points up',
    ],
    [
      'into a folder without a step',
      'playground-server/run/run.ts',
      "import { a } from '../utils/a.ts';",
      'its step',
    ],
    [
      'out of the server',
      'playground-server/run/run.ts',
      "import { a } from '../../site/a.ts';",
      'outside',
    ],
    [
      'out of the server, from where it is composed',
      'playground-server/main.ts',
      "import { renderFormRun } from '../site/no-script/render-form-run.ts';",
      'outside',
    ],
    [
      'into the server',
      'site/components/Tape.astro',
      "---\nimport { a } from '../../playground-server/run/limits.ts';\n---",
      'protocol/ only',
    ],
    [
      'up inside the site',
      'site/playground/view/Playground.astro',
      "---\nimport { fold } from '../../embed/frame/fold-lines.ts';\n---",
      'points up',
    ],
    [
      'up inside the site, from the script of a component',
      'site/playground/view/Playground.astro',
      "<script>\n  import '../page/open-shared.ts';\n</script>",
      'points up',
    ],
    [
      'beside inside the site',
      'site/export/feed.ts',
      "import { settings } from '../embed/settings.ts';",
      'take its type only; what both need stands below',
    ],
    [
      'to the files on top of the site',
      'site/components/Contents.astro',
      "---\nimport { sidebar } from '../sidebar.ts';\n---",
      'points up',
    ],
    [
      'into a folder of the site without a step',
      'site/pages/compare.astro',
      "---\nimport { a } from '../utils/a.ts';\n---",
      'its step',
    ],
    ['to koffi', 'playground-server/tracer/loop.ts', "import koffi from 'koffi';", 'linux/'],
    [
      'to Hono',
      'playground-server/run/run.ts',
      "import { stream } from 'hono/streaming';",
      'http/',
    ],
    [
      "to Hono's packages",
      'playground-server/main.ts',
      "import { serve } from '@hono/node-server';",
      'http/',
    ],
  ])('%s', (_how, path, text, advice) => {
    expect(complaints(path, text)).toEqual([expect.stringContaining(advice)]);
    expect(complaints(path, text)[0]).toMatch(new RegExp(`^${path} imports `));
  });
});

describe('a circle of values', () => {
  /** The circles among files of one folder, each with this text. */
  const circles = (files: Record<string, string>) =>
    findCircles(Object.entries(files).map(([name, text]) => ({ path: `tests/${name}`, text })));

  it('is named by its shortest way round', () => {
    const [first] = circles({
      'a.ts': "import { b } from './b.ts';",
      'b.ts': "import { c } from './c.ts';\nimport { d } from './d.ts';",
      'c.ts': "import { d } from './d.ts';",
      'd.ts': "export * from './a.ts';",
    });
    expect(first).toEqual(['tests/a.ts', 'tests/b.ts', 'tests/d.ts', 'tests/a.ts']);
  });

  it('is seen through an import that waits until it is needed', () => {
    const [first] = circles({
      'a.mjs': "const b = await import('./b.mjs');",
      'b.mjs': "import './a.mjs';",
    });
    expect(first).toEqual(['tests/a.mjs', 'tests/b.mjs', 'tests/a.mjs']);
  });

  it('is none where one side takes a type, in TypeScript or in a comment', () => {
    const [one, other] = ["import type { B } from './b.ts';", "/** @type {import('./b.ts').B} */"];
    for (const text of [one, other]) {
      expect(circles({ 'a.ts': text, 'b.ts': "import { a } from './a.ts';" })).toEqual([]);
    }
  });

  it('is none where two ways lead to one file', () => {
    const files = { 'a.ts': "import './b.ts';\nimport './c.ts';", 'b.ts': "import './c.ts';" };
    expect(circles({ ...files, 'c.ts': '' })).toEqual([]);
  });
});
