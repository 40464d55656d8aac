/* Asks the kernel for its routes, its audit and its devices over netlink sockets.
 *
 * prints: route: EPERM
 * prints: audit: EPERM
 * prints: uevents: EPERM
 * prints: pair: EPERM
 * refused: socket socket socket socketpair
 * outside: route: [0-9]+
 * outside: audit: .*
 * outside: uevents: .*
 * outside: pair: .*
 * ends: exited 0
 */
#include <linux/netlink.h>
#include <sys/socket.h>
int main(void)
{
	TRY("route", socket(AF_NETLINK, SOCK_RAW, NETLINK_ROUTE));
	TRY("audit", socket(AF_NETLINK, SOCK_RAW, NETLINK_AUDIT));
	TRY("uevents", socket(AF_NETLINK, SOCK_RAW, NETLINK_KOBJECT_UEVENT));
	TRY("pair", socketpair(AF_NETLINK, SOCK_RAW, 0, (int[2]){ 0 }));
}
