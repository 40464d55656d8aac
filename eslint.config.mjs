// @ts-check
/**
 * What neither the compiler nor Prettier sees, with a reason for each rule. Layout is Prettier's
 * matter, and what is only taste is nobody's rule.
 */
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';

export default defineConfig(
  globalIgnores([
    'dist',
    '.astro',
    // Its types are not checked by tsc either; see tsconfig.json.
    'astro.config.mjs',
    // Readers' programs: the manual shows what goes wrong, too.
    'content/examples',
    'tests/sandbox/attempts',
    // astro check reads these.
    '**/*.astro',
  ]),
  {
    files: ['**/*.{ts,mjs}'],
    languageOptions: {
      parser: tseslint.parser,
      parserOptions: { project: 'tsconfig.json', tsconfigRootDir: import.meta.dirname },
    },
    plugins: { '@typescript-eslint': tseslint.plugin },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      // An error that nobody waits for ends the server, or is lost.
      '@typescript-eslint/no-floating-promises': 'error',
      // A promise is true, and forEach waits for none.
      '@typescript-eslint/no-misused-promises': [
        'error',
        // A listener may be async; what it rejects with, no-floating-promises finds inside.
        { checksVoidReturn: { arguments: false, attributes: false, properties: false } },
      ],
      // Waiting for what is no promise hides that nothing is waited for.
      '@typescript-eslint/await-thenable': 'error',
      // Within try, a promise that is returned unawaited is caught by nobody.
      '@typescript-eslint/return-await': ['error', 'error-handling-correctness-only'],
      // A new member of a union must be met wherever it is told apart.
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      // Only an Error has a stack, and a message that a fault can be told by.
      '@typescript-eslint/only-throw-error': 'error',
      '@typescript-eslint/prefer-promise-reject-errors': 'error',
      // "[object Object]" is nothing to tell a reader.
      '@typescript-eslint/no-base-to-string': 'error',
      '@typescript-eslint/restrict-plus-operands': 'error',
      // What says more than the types know is noise, or an assertion that has come true.
      '@typescript-eslint/no-unnecessary-type-assertion': 'error',
      '@typescript-eslint/no-for-in-array': 'error',
    },
  },
);
