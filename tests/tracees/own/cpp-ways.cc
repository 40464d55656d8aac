/* C++ makes its calls from templates, destructors, lambdas and threads of the library.
 *
 * thread 1: io_setup = -1 EINVAL @template
 * thread 1: io_setup = 0 @template
 * thread 1: io_destroy = 0 @destructor
 * thread 1: io_getevents = -1 EINVAL @comparison
 * thread 1: io_destroy = -1 EINVAL @last
 * thread 2: io_cancel = -1 EFAULT @thread
 * ends: exited 0
 */
#include <algorithm>
#include <cerrno>
#include <linux/aio_abi.h>
#include <memory>
#include <sys/syscall.h>
#include <system_error>
#include <thread>
#include <unistd.h>

template <typename... Arguments> static void checked(long nr, Arguments... arguments)
{
	if (syscall(nr, arguments...) == -1) /* @template */
		throw std::system_error(errno, std::system_category());
}

struct Context {
	aio_context_t handle = 0;
	explicit Context(long events)
	{
		checked(SYS_io_setup, events, &handle);
	}
	~Context()
	{
		syscall(SYS_io_destroy, handle); /* @destructor */
	}
};

int main()
{
	try {
		Context none(0);
	} catch (const std::system_error &) {
	}
	try {
		Context one(1);
		throw 1;
	} catch (int) {
	}
	std::thread([] {
		syscall(SYS_io_cancel, 0L, nullptr, nullptr); /* @thread */
	}).join();
	int numbers[] = {2, 1};
	std::sort(numbers, numbers + 2, [](int a, int b) {
		syscall(SYS_io_getevents, 0L, 0L, 0L, nullptr, nullptr); /* @comparison */
		return a < b;
	});
	auto last = [](const aio_context_t *handle) {
		syscall(SYS_io_destroy, *handle); /* @last */
	};
	aio_context_t nothing = 0;
	std::unique_ptr<aio_context_t, decltype(last)>(&nothing, last);
	return 0;
}
