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
  editor: {
    id: 'typescript',
    load: () => import('../editor/monaco-typescript.ts'),
    completion: 'own',
  },
  // Prettier is a fifth the size of clang-format.
  formatter: async () => (await import('../editor/format/format-typescript.ts')).formatTypeScript,
};
