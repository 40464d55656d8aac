import type { Generator } from './generator.ts';
import { inMdx } from './tutorial.ts';

export const nextra: Generator = {
  name: 'Nextra 4.6',
  packages: {
    next: '15.5.29',
    nextra: '4.6.1',
    'nextra-theme-docs': '4.6.1',
    react: '19.3.1',
    'react-dom': '19.3.1',
    // With 4.6, which npm would take, its theme fails while pages are rendered.
    zod: '4.1.12',
  },
  without: { 'on the block': 'the plugin is tried with Docusaurus and Starlight' },
  files: ({ script, markdownPaste, fence }) => ({
    'next.config.mjs': `import nextra from 'nextra';

export default nextra({ search: false })({ output: 'export' });`,
    'mdx-components.jsx': `import { useMDXComponents as theme } from 'nextra-theme-docs';

export const useMDXComponents = (components) => theme(components);`,
    // The guide: Next's own component in place of the script.
    'app/layout.jsx': `import Script from 'next/script';
import { Layout } from 'nextra-theme-docs';
import { Head } from 'nextra/components';
import { getPageMap } from 'nextra/page-map';
import 'nextra-theme-docs/style.css';

export default async function RootLayout({ children }) {
  return (
    <html lang="en" dir="ltr" suppressHydrationWarning>
      <Head />
      <body>
        <Script src="${/src="([^"]*)"/.exec(script)![1]}" />
        <Layout pageMap={await getPageMap()}>{children}</Layout>
      </body>
    </html>
  );
}`,
    'app/page.mdx': `# A tutorial

Before.

${inMdx(markdownPaste)}

${inMdx(fence('C fence'))}

${inMdx(fence('TS fence'))}

${inMdx(fence('line numbers', ' showLineNumbers {5,8-9}'))}

The end.
`,
  }),
  build: ['next', 'build'],
  output: 'out',
};
