/** A reader's first example. Its first output follows its first call at once, for the bare run's sake. */
export const firstExample = (events: number): string => `#include <linux/aio_abi.h>
#include <stdio.h>
#include <sys/syscall.h>
#include <unistd.h>

int main(void)
{
    aio_context_t ctx = 0;

    long r = syscall(SYS_io_setup, ${events}, &ctx);
    write(STDOUT_FILENO, "done\\n", 5);
    if (r == -1) {
        perror("io_setup");
        return 1;
    }
    printf("context %#llx is ready\\n", (unsigned long long)ctx);
    return 0;
}
`;

/** The same in TypeScript. */
export const firstTypeScript = (
  events: number,
): string => `import { AioContext, errno, io_setup } from 'aio';

const ctx = new AioContext();
const r = io_setup(${events}, ctx);
console.log(r === -1 ? errno() : ctx.handle);
`;

/** As many calls as the tape holds, each as cheap as a call can be. */
export const manyCalls = (calls: number): string => `#include <sys/syscall.h>
#include <unistd.h>

int main(void)
{
    for (int i = 0; i < ${calls}; i++)
        syscall(SYS_io_destroy, 0L);
    return 0;
}
`;
