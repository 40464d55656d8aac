/** A framework in whose JSX or templates `<live-man>` has types; what its own checker says of them. */
export interface Framework {
  /** Exact versions. */
  packages: Readonly<Record<string, string>>;
  /** What its user writes, by path: uses that are right, and some that must be complained about. */
  files: Readonly<Record<string, string>>;
  check: readonly string[];
  /** Entry of the package that brings the types. */
  entry: string;
}

const typescript = '6.0.3';

const tsconfig = (options: object) =>
  JSON.stringify({
    compilerOptions: {
      ...{ strict: true, noEmit: true, target: 'es2022', lib: ['es2022', 'dom'], types: [] },
      ...{ module: 'esnext', moduleResolution: 'bundler', jsx: 'preserve', ...options },
    },
  });

/** The element itself, which is the same in all of them. */
const element = `
import { embedFrom, type LiveManElement } from 'live-man-embed';

embedFrom('https://live-man.example');
const tag: LiveManElement = document.createElement('live-man');
document.querySelector('live-man')?.addEventListener('finished', ({ detail }) => {
  const errnos: (string | null)[] = detail.calls.map(({ errno }) => errno);
  console.log(errnos, tag.result?.status, tag.source);
});
tag.run();
// @ts-expect-error It has no such method.
tag.stop();
`;

const jsx = (entry: string) => `import 'live-man-embed/${entry}';
${element}
export const right = (
  <live-man example="io_setup-first" lines="7-9" theme="dark" max-height={600} read-only="">
    <pre>int main(void) {'{}'}</pre>
  </live-man>
);
// @ts-expect-error There is no such theme.
export const wrongValue = <live-man theme="blue" />;
// @ts-expect-error There is no such attribute.
export const wrongName = <live-man exampel="io_setup-first" />;
`;

const react = (version: string): Framework => ({
  packages: { '@types/react': version, typescript },
  files: {
    'page.tsx': jsx('react'),
    'tsconfig.json': tsconfig({ jsx: 'react-jsx' }),
  },
  check: ['tsc'],
  entry: 'react',
});

export const frameworks: Readonly<Record<string, Framework>> = {
  'React 18': react('18.3.32'),
  'React 19': react('19.3.3'),
  Solid: {
    packages: { 'solid-js': '1.9.20', typescript },
    files: { 'page.tsx': jsx('solid'), 'tsconfig.json': tsconfig({ jsxImportSource: 'solid-js' }) },
    check: ['tsc'],
    entry: 'solid',
  },
  Svelte: {
    packages: { svelte: '5.57.3', 'svelte-check': '4.7.8', typescript },
    files: {
      'element.ts': `import 'live-man-embed/svelte';
import type { SvelteHTMLElements } from 'svelte/elements';
${element}
// @ts-expect-error There is no such theme.
export const wrong: SvelteHTMLElements['live-man'] = { theme: 'blue' };
`,
      'Page.svelte': `<script lang="ts">
  import 'live-man-embed/svelte';
</script>

<live-man example="io_setup-first" lines="7-9" theme="dark" max-height={600}><pre></pre></live-man>
`,
      'tsconfig.json': tsconfig({ verbatimModuleSyntax: true }),
    },
    check: ['svelte-check', '--fail-on-warnings'],
    entry: 'svelte',
  },
  Vue: {
    packages: { vue: '3.5.45', 'vue-tsc': '3.3.14', typescript },
    files: {
      'element.ts': `import 'live-man-embed/vue';\n${element}`,
      'Page.vue': `<script setup lang="ts">
import 'live-man-embed/vue';
</script>

<template>
  <live-man example="io_setup-first" lines="7-9" theme="dark" :max-height="600"><pre></pre></live-man>
  <!-- @vue-expect-error There is no such theme. -->
  <live-man theme="blue"></live-man>
</template>
`,
      'tsconfig.json': JSON.stringify({
        ...(JSON.parse(tsconfig({ jsx: 'preserve' })) as object),
        include: ['*.ts', '*.vue'],
      }),
    },
    check: ['vue-tsc'],
    entry: 'vue',
  },
};
