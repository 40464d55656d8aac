import { snippetFile } from '../../../../playground-server/protocol/language-table.ts';
import type { LanguageRow } from './language-row.ts';

const starter = `#include <cerrno>
#include <cstdio>
#include <linux/aio_abi.h>
#include <sys/syscall.h>
#include <system_error>
#include <unistd.h>

struct Context {
    aio_context_t handle = 0;

    explicit Context(unsigned events)
    {
        if (syscall(SYS_io_setup, events, &handle) == -1)
            throw std::system_error(errno, std::system_category(), "io_setup");
    }
    Context(const Context &) = delete;
    ~Context()
    {
        syscall(SYS_io_destroy, handle);
    }
};

int main()
{
    try {
        Context ctx(1);
    } catch (const std::system_error &error) {
        std::fprintf(stderr, "%s\\n", error.what());
        return 1;
    }
}`;

export const cpp: LanguageRow = {
  starters: [{ id: 'cpp', name: 'C++', source: starter }],
  editor: { id: 'cpp', completion: 'manual' },
  // clang-format is a megabyte.
  async formatter() {
    const { formatC } = await import('../editor/format/format-c.ts');
    return (source) => formatC(source, snippetFile('cpp'));
  },
};
