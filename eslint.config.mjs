// @ts-check
/**
 * What neither the compiler nor Prettier sees, with a reason for each rule. Layout is Prettier's
 * matter, and what is only taste is nobody's rule.
 *
 * Left out, although they look for mistakes:
 * - no-unsafe-*: JSON.parse gives any, and so do Astro's collections in components. What comes from
 *   outside is parsed by a schema at the door; the rest is what our own build or server wrote.
 * - no-unsafe-type-assertion: forbids the only way to say what the DOM and koffi do not.
 * - no-unnecessary-condition: takes for certain what changes during an await, and what the rows that
 *   a table happens to have today do not say.
 * - require-await: an async function that waits for nothing keeps the promise of its interface, and
 *   its throws become rejections.
 * - no-confusing-void-expression, strict-void-return: a callback in one line may return what nobody
 *   takes; that a promise is not lost that way, no-misused-promises sees.
 * - astro/no-set-html-directive: each has what site/markup/ made, which escapes: html.ts and
 *   script-json.ts. The Content-Security-Policy stands behind.
 * - astro/no-unused-css-selector: does not see a class that one component hands to another, or an
 *   attribute that a script sets.
 */
import { defineConfig, globalIgnores } from 'eslint/config';
import astro from 'eslint-plugin-astro';
import tseslint from 'typescript-eslint';

export default defineConfig(
  globalIgnores([
    '**/dist',
    '.astro',
    // Its types are not checked by tsc either; see tsconfig.json.
    'astro.config.mjs',
    // Readers' programs: the manual shows what goes wrong, too.
    'content/examples',
    'tests/sandbox/attempts',
  ]),
  {
    files: ['**/*.{ts,mjs}'],
    languageOptions: { parser: tseslint.parser },
  },
  // Without the processor that takes scripts out of components: ours only import modules. The two
  // that cannot, since they run before the first paint (embed/frame/FrameDocument.astro,
  // pages/choose-language.astro), would have no types there, which all rules here ask for.
  astro.configs['flat/recommended'].map(({ processor: _, ...config }) => config),
  {
    files: ['**/*.{ts,mjs,astro}'],
    languageOptions: {
      parserOptions: {
        project: 'tsconfig.json',
        tsconfigRootDir: import.meta.dirname,
        extraFileExtensions: ['.astro'],
      },
    },
    plugins: { '@typescript-eslint': tseslint.plugin },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      // An error that nobody waits for ends the server, or is lost.
      '@typescript-eslint/no-floating-promises': 'error',
      // A promise is true, and forEach waits for none.
      '@typescript-eslint/no-misused-promises': 'error',
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
      '@typescript-eslint/use-unknown-in-catch-callback-variable': 'error',
      // A method that is taken from its object forgets it.
      '@typescript-eslint/unbound-method': ['error', { ignoreStatic: true }],
      // Numbers sort as text unless they are compared: 10 comes before 9.
      '@typescript-eslint/require-array-sort-compare': 'error',
      // "[object Object]" is nothing to tell a reader.
      '@typescript-eslint/no-base-to-string': 'error',
      '@typescript-eslint/restrict-plus-operands': 'error',
      '@typescript-eslint/restrict-template-expressions': 'error',
      // It is gone in a later release of Node, the browser or a library.
      '@typescript-eslint/no-deprecated': 'error',
      // A string that becomes code: the Content-Security-Policy forbids it, too.
      '@typescript-eslint/no-implied-eval': 'error',
      // What says more than the types know is noise, or an assertion that has come true.
      '@typescript-eslint/no-unnecessary-type-assertion': 'error',
      '@typescript-eslint/no-unnecessary-type-conversion': 'error',
      '@typescript-eslint/no-unnecessary-template-expression': 'error',
      '@typescript-eslint/no-for-in-array': 'error',
    },
  },
  {
    files: ['**/*.astro'],
    rules: {
      // What the compiler warns of is nowhere else to be seen.
      'astro/valid-compile': 'error',
      // An expression in braces is text already, and a list of classes leaves out what is absent.
      'astro/no-set-text-directive': 'error',
      'astro/prefer-class-list-directive': 'error',
    },
  },
);
