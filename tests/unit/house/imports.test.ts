import { describe, expect, it } from 'vitest';
import { misplacedImports } from '../../../scripts/check-imports.mjs';

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
