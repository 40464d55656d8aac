import { debianPackage, type Generator } from './generator.ts';

export const jekyll: Generator = {
  name: 'Jekyll',
  packages: {},
  debian: [debianPackage('jekyll')],
  without: {},
  files: ({ script, markdownPaste, fence, block, line, source }) => ({
    '_config.yml': 'title: A tutorial\n',
    '_layouts/page.html': `<!doctype html>
<html lang="en"><meta charset="utf-8"><title>A tutorial</title>
<body>{{ content }}</body></html>`,
    // The guide: its Liquid reads Markdown, too.
    'index.md': `---
layout: page
---

${script}

Before.

${markdownPaste}

{% raw %}

${fence('C fence')}

${fence('TS fence')}

{% endraw %}

${line('line numbers')}

{% highlight c linenos %}{% raw %}
${source('line numbers')}
{% endraw %}{% endhighlight %}

{% raw %}
${block('on the block')}
{: .live-man}
{% endraw %}

The end.
`,
  }),
  build: ['jekyll', 'build', '--quiet'],
  output: '_site',
};
