import type { LanguageRow } from './language-row.ts';

const starter = `import { AioContext, io_destroy, io_setup } from 'aio';
import { errno, errnoName } from 'aio';

const ctx = new AioContext();

if (io_setup(1, ctx) === -1) {
  console.error('io_setup:', errnoName(errno()));
  process.exit(1);
}

io_destroy(ctx);`;

export const typescript: LanguageRow = {
  starters: [{ id: 'typescript', name: 'TypeScript', source: starter }],
  keywords:
    'async await break case catch class const continue default do else enum export false for from ' +
    'function if import interface let new null of return static switch throw true try type ' +
    'undefined var void while',
  editor: {
    id: 'typescript',
    load: () => import('../editor/monaco-typescript.ts'),
    completion: 'own',
  },
  // Prettier is a fifth the size of clang-format.
  formatter: async () => (await import('../editor/format/format-typescript.ts')).formatTypeScript,
};
