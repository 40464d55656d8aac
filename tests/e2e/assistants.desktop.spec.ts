import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client';
import { expect, test } from '@playwright/test';

const failing = `#include <linux/aio_abi.h>
#include <sys/syscall.h>
#include <unistd.h>
int main(void)
{
    aio_context_t ctx = 0;
    syscall(SYS_io_setup, 0, &ctx);
    return syscall(SYS_io_setup, 1 << 30, &ctx) == 0;
}
`;

// The newest revision of the protocol, and the one that most clients speak.
for (const mode of ['auto', 'legacy'] as const) {
  test(`an assistant that speaks ${mode} searches, reads, explains and runs`, async ({
    baseURL,
  }) => {
    const client = new Client({ name: 'test', version: '1' }, { versionNegotiation: { mode } });
    await client.connect(new StreamableHTTPClientTransport(new URL('/mcp', baseURL)));
    const call = async (name: string, args: Record<string, string>): Promise<string> => {
      const { content } = await client.callTool({ name, arguments: args });
      return (content as { text: string }[])[0]!.text;
    };

    expect(await call('search_manual', { query: 'io_setup EAGAIN', language: 'fr' })).toMatch(
      /^- EAGAIN io_setup\(2\): .* https?:\/\/\S+\/fr\/man2\/io_setup\/#eagain$/m,
    );
    const page = await call('read_page', { page: 'io_setup(2)', section: 'Errors' });
    expect(page).toMatch(/^# `io_setup\(2\)`\n/);
    expect(page).toContain('## Errors\n');
    expect(page).not.toContain('## Description\n');
    expect(await call('read_page', { page: 'io_submit' })).toMatch(
      /Ask for one section: Name, .*\]$/,
    );
    expect(await call('read_page', { page: 'open(2)' })).toContain('There are: io_cancel(2), ');

    expect(await call('read_page', { page: 'errnos' })).toMatch(/^# .+\n\n>/);
    expect(await call('read_page', { page: '/ru/learn/a-read/' })).toMatch(/^# [А-Я]/);

    const causes = (await call('explain_error', { call: 'io_setup', errno: 'EINVAL' })).split(
      '\n---\n',
    );
    expect(causes.length).toBeGreaterThan(2);
    for (const cause of causes) expect(cause).toMatch(/\/en\/man2\/io_setup\/#einval-[\w-]+\)/);

    const ran = await call('run_snippet', { language: 'c', source: failing });
    expect(ran).toContain('   7  io_setup(0, [0x0]) = -1 EINVAL\n');
    // Of the conditions of one errno, the tape shows which it was.
    expect(ran).toMatch(
      /^line 7, io_setup: EINVAL means:\n- EINVAL io_setup\(2\): .*#einval-nr-zero\n$/m,
    );
    await client.close();
  });
}

test('an assistant can read the page of everything that it can find', async ({
  baseURL,
  request,
}) => {
  const client = new Client({ name: 'test', version: '1' });
  await client.connect(new StreamableHTTPClientTransport(new URL('/mcp', baseURL)));
  for (const lang of ['en', 'fr', 'ru']) {
    const entries = (await (await request.get(`/search/${lang}.json`)).json()) as {
      href: string;
    }[];
    const pages = new Set(entries.map(({ href }) => href.replace(/#.*/, '')));
    expect(pages.size).toBeGreaterThan(20);
    for (const page of pages) {
      const read = await client.callTool({ name: 'read_page', arguments: { page } });
      expect(read.isError, page).toBeFalsy();
    }
  }
  await client.close();
});
