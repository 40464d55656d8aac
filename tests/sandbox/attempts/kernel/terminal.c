/* Takes a terminal of its own, and types into it what somebody else would run; asks for the
 * console of the host.
 *
 * prints: own terminal: [0-9]+
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
	int terminal;
	TRY("own terminal", terminal = open("/dev/ptmx", O_RDWR | O_NOCTTY));
	TRY("control", ioctl(terminal, TIOCSCTTY, 1));
	TRY("type", ioctl(terminal, TIOCSTI, "x"));
	TRY("type with upper bits set", syscall(SYS_ioctl, terminal, 0x700000000L | TIOCSTI, "x"));
	TRY("selection", ioctl(0, TIOCLINUX, "\003"));
	TRY("console", ioctl(terminal, TIOCCONS));
	TRY("line discipline", ioctl(terminal, TIOCSETD, &(int){ 21 }));
}
