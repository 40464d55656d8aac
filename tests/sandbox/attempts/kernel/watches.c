/* Watches the libraries that all sandboxes share, by inotify, fanotify and F_NOTIFY: they used to
 * tell when other readers ran a program.
 *
 * prints: inotify: EPERM
 * prints: fanotify: EPERM
 * prints: dnotify: EPERM
 * refused: inotify_add_watch fanotify_init fcntl
 * outside: inotify: 1
 * outside: fanotify: [0-9]+
 * outside: dnotify: 0
 * ends: exited 0
 */
#include <sys/inotify.h>
int main(void)
{
	/* What dnotify tells, another program's start a moment later, would end it. */
	signal(SIGIO, SIG_IGN);
	int watch = inotify_init1(IN_NONBLOCK);
	TRY("inotify", inotify_add_watch(watch, "/lib64/ld-linux-x86-64.so.2", IN_OPEN | IN_ACCESS));
	TRY("fanotify", syscall(SYS_fanotify_init, 0x200, 0));
	TRY("dnotify", fcntl(open("/lib/x86_64-linux-gnu", O_RDONLY), F_NOTIFY, DN_ACCESS));
}
