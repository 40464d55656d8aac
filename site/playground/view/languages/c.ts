import { snippetFile } from '../../../../playground-server/protocol/language-table.ts';
import type { LanguageRow } from './language-row.ts';

export const c: LanguageRow = {
  starter: `#include <linux/aio_abi.h>
#include <stdio.h>
#include <sys/syscall.h>
#include <unistd.h>

int main(void)
{
    aio_context_t ctx = 0;

    if (syscall(SYS_io_setup, 1, &ctx) == -1) {
        perror("io_setup");
        return 1;
    }

    syscall(SYS_io_destroy, ctx);
    return 0;
}`,
  keywords:
    'auto break case char const continue default do double else enum extern false float for goto if ' +
    'inline int long register restrict return short signed sizeof static struct switch true typedef ' +
    'union unsigned void volatile while',
  editor: { id: 'c', completion: 'manual' },
  // clang-format has a megabyte.
  async formatter() {
    const { formatC } = await import('../editor/format/format-c.ts');
    return (source) => formatC(source, snippetFile('c'));
  },
};
