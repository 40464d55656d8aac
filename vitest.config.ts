import { defineConfig } from 'vitest/config';

/**
 * On kernels of their own, on servers that are processes of their own, or small: these may run beside
 * the others of the kernel, which use up what a host has. Which of several runners gets a run depends
 * on how busy each is: what is claimed of that wants no company.
 */
const beside = [
  'tests/machines/**/*.test.ts',
  'tests/operation/!(remote-runners).test.ts',
  'tests/content/**/*.kernel.test.ts',
];

export default defineConfig({
  test: {
    // A run of the compiler or the sandbox on a busy machine takes its time.
    testTimeout: 240_000,
    hookTimeout: 120_000,
    globalSetup: 'tests/tmp/nothing-left.ts',
    setupFiles: 'tests/tmp/remove-after-file.ts',
    projects: [
      {
        extends: true,
        test: {
          name: 'logic',
          include: ['tests/{unit,content}/**/*.test.ts'],
          exclude: ['**/*.kernel.test.ts'],
          // The colours of a card are the site's; what is not asked for as text stays empty.
          css: { include: [/\?raw$/] },
          // Imports cost as much as tests.
          isolate: false,
        },
      },
      {
        extends: true,
        test: {
          name: 'kernel',
          include: [
            'tests/{tracees,sandbox,fuzz,load,operation}/**/*.test.ts',
            'tests/**/*.kernel.test.ts',
          ],
          exclude: [...beside],
          // fs.aio-max-nr is one number for the whole host, and some claims use up a whole limit:
          // one file at a time, when nothing else runs.
          fileParallelism: false,
          // A server goes through all of it in one process, too.
          isolate: false,
          sequence: { groupOrder: 1 },
        },
      },
      {
        extends: true,
        test: {
          name: 'beside',
          include: [...beside],
          // Most boot machines of up to 256 MiB.
          fileParallelism: false,
          isolate: false,
          sequence: { groupOrder: 2 },
        },
      },
    ],
  },
});
