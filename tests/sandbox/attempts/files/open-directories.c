/* Keeps a directory open, moves it, and climbs from it with openat and openat2 beyond the root.
 *
 * prints: climb: ENOENT
 * prints: moved: ENOENT
 * prints: openat2: (ENOENT|EXDEV)
 * prints: handle: EPERM
 * prints: fchdir: 0
 * prints: from there: ENOENT
 * refused: open_by_handle_at
 * ends: exited 0
 */
#include <linux/openat2.h>
int main(void)
{
	mkdir("a", 0700);
	mkdir("a/b", 0700);
	int inner = open("a/b", O_PATH | O_DIRECTORY);
	TRY("climb", openat(inner, "../../../../../../etc/group", O_RDONLY));
	rename("a/b", "/work/c");
	TRY("moved", openat(inner, "../../../../etc/group", O_RDONLY));
	struct open_how how = { .flags = O_RDONLY, .resolve = 0 };
	TRY("openat2", syscall(SYS_openat2, inner, "../../../etc/group", &how, sizeof how));
	TRY("handle", syscall(SYS_open_by_handle_at, inner, NULL, O_RDONLY));
	TRY("fchdir", fchdir(inner));
	TRY("from there", open("../../../etc/group", O_RDONLY));
}
