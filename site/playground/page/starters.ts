import type { Language } from '../../../playground-server/protocol/run-request.ts';

const c = `#include <linux/aio_abi.h>
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

const typescript = `import { AioContext, errno, errnoName, io_destroy, io_setup } from 'aio';

const ctx = new AioContext();

if (io_setup(1, ctx) === -1) {
  console.error('io_setup:', errnoName(errno()));
  process.exit(1);
}

io_destroy(ctx);`;

/** What a reader begins anew with: a context and its end. The address ends in #new-c. */
export const starters = { c, typescript } satisfies Record<Language, string>;

export type StarterLanguage = keyof typeof starters;

/** The starter that a fragment asks for. */
export function starterOf(hash: string): StarterLanguage | null {
  const language = /^#new-(\w+)$/.exec(hash)?.[1] ?? '';
  return Object.hasOwn(starters, language) ? (language as StarterLanguage) : null;
}
