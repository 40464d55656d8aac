/* Includes files of the host and of the compiler, by every directive that names one.
 *
 * says: 0: error: .+etc.passwd: No such file or directory
 * ends: not-compiled
 */
#if __has_include("/etc/passwd") || __has_include("/proc/self/environ") || __has_include("/root/.bashrc")
#error found
#endif
#define NAME "/etc/passwd"
#pragma GCC dependency "../etc/passwd"
#include_next <passwd>
#include NAME
int main(void)
{
	return 0;
}
