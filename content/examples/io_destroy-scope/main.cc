#include <cerrno>
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
        Context ctx(128);
        struct iocb *list[] = { nullptr };

        if (syscall(SYS_io_submit, ctx.handle, 1L, list) == -1)
            throw std::system_error(errno, std::system_category(), "io_submit");
    } catch (const std::system_error &error) {
        std::printf("%s\n", error.what());
    }
    return 0;
}
