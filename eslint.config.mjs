// @ts-check
/**
 * What is to be said of Astro's components; of everything else, .oxlintrc.json says it. Rules that
 * need types are not asked of a component: each takes a second for the types alone, which astro check
 * has looked at, and what a component has to do beyond markup stands in modules.
 *
 * Left out, although they look for mistakes:
 * - astro/no-set-html-directive: each has what site/markup/ made, which escapes: html.ts and
 *   script-json.ts. The Content-Security-Policy stands behind.
 * - astro/no-unused-css-selector: does not see a class that one component hands to another, or an
 *   attribute that a script sets.
 */
import { defineConfig, globalIgnores } from 'eslint/config';
import astro from 'eslint-plugin-astro';

export default defineConfig(
  globalIgnores(['**/dist', '.astro', '**/*.{js,mjs,ts}']),
  // Without the processor that takes scripts out of components: ours only import modules.
  astro.configs['flat/recommended'].map(({ processor: _, ...config }) => config),
  {
    files: ['**/*.astro'],
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      // What the compiler warns of is nowhere else to be seen.
      'astro/valid-compile': 'error',
      // An expression in braces is text already, and a list of classes leaves out what is absent.
      'astro/no-set-text-directive': 'error',
      'astro/prefer-class-list-directive': 'error',
    },
  },
);
