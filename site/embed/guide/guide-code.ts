import type { PublishedTag } from '../published/published-tags.ts';

/** Code of an author's own: the page shows its tag, and below, what becomes of it. */
export const demo = {
  lines: '7-9',
  label: 'io_setup',
  source: `#include <linux/aio_abi.h>
#include <sys/syscall.h>
#include <unistd.h>

int main(void)
{
    aio_context_t ctx = 0;

    return syscall(SYS_io_setup, 8, &ctx);
}`,
} as const;

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/**
 * The code of the page for authors: `origin` is this site's, `lang` the language of its frames.
 *
 * @param newest version of the tag that was published, with its hash
 */
export const guideCode = (
  origin: string,
  lang: string,
  newest: Pick<PublishedTag, 'version' | 'integrity'>,
) =>
  ({
    script: `<script src="${origin}/embed.js" async></script>`,

    pinned: `<script src="${origin}/embed@${newest.version}.js"
        integrity="${newest.integrity}"
        crossorigin async></script>`,

    markdown: `<div class="live-man" data-lines="${demo.lines}"></div>

\`\`\`c
${demo.source}
\`\`\``,

    score: `<live-man id="task" example="io_setup-first"></live-man>
<p>Errnos provoked: <output id="score">0</output></p>
<script>
  const seen = new Set();
  const score = document.getElementById('score');
  document.getElementById('task').addEventListener('finished', ({ detail }) => {
    for (const { errno } of detail.calls) if (errno) seen.add(errno);
    score.textContent = seen.size;
  });
</script>`,

    lms: `<live-man example="io_setup-first" goal="io_setup = EINVAL"></live-man>
<script type="module">
  const lms = Object.fromEntries(new URLSearchParams(location.search));
  const headers = { Authorization: lms.auth, 'Content-Type': 'application/json',
    'X-Experience-API-Version': '1.0.3' };
  const verb = { id: 'http://adlnet.gov/expapi/verbs/completed' };
  const context = { registration: lms.registration };
  if (lms.endpoint) addEventListener('solved', () => {
    const actor = JSON.parse(lms.actor), object = { id: lms.activity_id };
    const body = JSON.stringify({ actor, verb, object, context });
    fetch(\`\${lms.endpoint.replace(/\\/$/, '')}/statements\`, { method: 'POST', headers, body });
  });
</script>`,

    tag: `<script src="${origin}/embed.js" async></script>

<live-man example="io_setup-first"></live-man>`,

    'own-code': `<live-man lines="${demo.lines}" label="${demo.label}">
  <pre><code class="language-c">${escaped(demo.source)}</code></pre>
</live-man>`,

    iframe: `<iframe src="${origin}/${lang}/embed/io_setup-first/?theme=dark&amp;tape=closed"
        title="io_setup" width="100%" height="560" style="border:0" loading="lazy"></iframe>`,

    oembed: `curl '${origin}/oembed?format=json&maxwidth=700&url=${origin}/${lang}/embed/io_setup-first/'`,

    picture: `[![A first context](${origin}/embed/io_setup-first.svg)](${origin}/${lang}/embed/io_setup-first/)`,

    messages: `const site = '${origin}';

addEventListener('message', ({ source, origin, data }) => {
  if (origin !== site || data.liveMan !== 1) return;
  for (const frame of document.querySelectorAll('iframe')) {
    if (source !== frame.contentWindow) continue;
    if (data.kind === 'ready') show(frame, { theme: 'dark' });
    if (data.kind === 'height') frame.style.height = \`\${data.heightPx}px\`;
    if (data.kind === 'finished') console.log(data.outcome, data.calls);
  }
});

function show(frame, settings) {
  frame.contentWindow.postMessage({ liveMan: 1, kind: 'show', settings }, site);
}`,

    check: `npm pack ./site/embed/check    # once, in the source of live-man
npx ./live-man-check-0.1.0.tgz dist/ --server ${origin}`,

    policy: `Content-Security-Policy: script-src 'self' ${origin}; frame-src ${origin}`,
  }) as const;

export type GuideCodeName = keyof ReturnType<typeof guideCode>;
