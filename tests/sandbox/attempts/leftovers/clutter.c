/* Fills its scratch places with deep folders, long names, holes, immutable modes and files that
 * are deleted but open.
 *
 * prints: deep: [0-9]+
 * prints: long: 255
 * prints: unreadable: 0
 * prints: entries: 0
 * runs: 2
 * ends: exited 0
 */
#include <dirent.h>
int main(void)
{
	int entries = -2, deep = 0;
	char name[256];
	for (DIR *work = opendir("."); readdir(work);) entries++;
	memset(name, 'x', 255);
	name[255] = 0;
	mkdir("deep", 0700);
	chdir("deep");
	while (deep < 3000 && mkdir("d", 0700) == 0 && chdir("d") == 0) deep++;
	chdir("/work");
	printf("deep: %d\nlong: %zu\n", deep, creat(name, 0) == -1 ? 0 : strlen(name));
	TRY("unreadable", mkdir("/tmp/closed", 0));
	int hole = open("/dev/shm/hole", O_CREAT | O_RDWR, 0600);
	ftruncate(hole, 8 << 20);
	unlink("/dev/shm/hole");
	printf("entries: %d\n", entries);
}
