/* An exception that nobody catches ends the program where it was thrown, in a function that must not
 * throw, and no destructor runs.
 *
 * thread 1: io_setup = 0 @setup
 * signal: SIGABRT @throw
 * ends: signalled SIGABRT
 */
#include <libaio.h>
#include <stdexcept>

struct Context {
	io_context_t handle = nullptr;
	Context()
	{
		io_setup(1, &handle); /* @setup */
	}
	~Context()
	{
		io_destroy(handle);
	}
};

static void submit(const Context &) noexcept(true)
{
	throw std::runtime_error("nothing to submit"); /* @throw */
}

int main()
{
	Context context;
	try {
		submit(context);
	} catch (const std::exception &) {
		return 1;
	}
}
