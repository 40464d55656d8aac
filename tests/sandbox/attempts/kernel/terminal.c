/* Takes a terminal of its own, of which all containers of the host together have few, and types into
 * another what somebody else would run; asks for the console of the host.
 *
 * prints: own terminal: ENOENT
 * prints: by its directory: (ENOENT|EROFS)
 * prints: control: EPERM
 * prints: type: EPERM
 * prints: type with upper bits set: EPERM
 * prints: selection: EPERM
 * prints: console: EPERM
 * prints: line discipline: EPERM
 * refused: ioctl ioctl ioctl ioctl ioctl ioctl
 * ends: exited 0
 */
#include <sys/ioctl.h>
int main(void)
{
	int terminal = 0;
	TRY("own terminal", open("/dev/ptmx", O_RDWR | O_NOCTTY));
	TRY("by its directory", open("/dev/pts/ptmx", O_RDWR | O_NOCTTY));
	TRY("control", ioctl(terminal, TIOCSCTTY, 1));
	TRY("type", ioctl(terminal, TIOCSTI, "x"));
	TRY("type with upper bits set", syscall(SYS_ioctl, terminal, 0x700000000L | TIOCSTI, "x"));
	TRY("selection", ioctl(0, TIOCLINUX, "\003"));
	TRY("console", ioctl(terminal, TIOCCONS));
	TRY("line discipline", ioctl(terminal, TIOCSETD, &(int){ 21 }));
}
