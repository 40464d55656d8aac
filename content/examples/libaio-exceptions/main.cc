#include <array>
#include <cerrno>
#include <cstdio>
#include <fcntl.h>
#include <libaio.h>
#include <system_error>

/* What libaio returns is 0 or more, or an errno with its sign changed; errno itself stays as it was. */
static int checked(int returned, const char *function)
{
    if (returned < 0)
        throw std::system_error(-returned, std::system_category(), function);
    return returned;
}

struct Context {
    io_context_t handle = nullptr;

    explicit Context(int events)
    {
        checked(io_setup(events, &handle), "io_setup");
    }
    Context(const Context &) = delete;
    ~Context()
    {
        io_destroy(handle);
    }
};

int main()
{
    try {
        Context ctx(1);
        int fd = open("log", O_RDWR | O_CREAT, 0600);
        std::array<char, 5> text = { 'h', 'e', 'l', 'l', 'o' };
        iocb write, *list[] = { &write };
        io_event event;

        io_prep_pwrite(&write, fd, text.data(), text.size(), 0);
        checked(io_submit(ctx.handle, 1, list), "io_submit");
        checked(io_getevents(ctx.handle, 1, 1, &event, nullptr), "io_getevents");
        std::printf("%lu bytes written\n", event.res);

        io_prep_pwrite(&write, -1, text.data(), text.size(), 0);
        checked(io_submit(ctx.handle, 1, list), "io_submit");
    } catch (const std::system_error &error) {
        std::printf("%s, and errno is %d\n", error.what(), errno);
    }
    return 0;
}
