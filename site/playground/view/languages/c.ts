import { snippetFile } from '../../../../playground-server/protocol/language-table.ts';
import type { LanguageRow } from './language-row.ts';

const syscalls = `#include <linux/aio_abi.h>
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
}`;

const libaio = `#include <libaio.h>
#include <stdio.h>
#include <string.h>

int main(void)
{
    io_context_t ctx = NULL;

    int r = io_setup(1, &ctx);
    if (r < 0) {
        fprintf(stderr, "io_setup: %s\\n", strerror(-r));
        return 1;
    }

    io_destroy(ctx);
    return 0;
}`;

export const c: LanguageRow = {
  starters: [
    { id: 'c', name: 'C', source: syscalls },
    { id: 'libaio', name: 'libaio', source: libaio },
  ],
  editor: { id: 'c', completion: 'manual' },
  // clang-format is a megabyte.
  async formatter() {
    const { formatC } = await import('../editor/format/format-c.ts');
    return (source) => formatC(source, snippetFile('c'));
  },
};
