/* Reads what /proc reveals about the kernel itself: its memory, its addresses, its log.
 *
 * prints: /proc/kcore: (EACCES|EPERM|ENOENT)
 * prints: /proc/kmsg: (EACCES|EPERM|ENOENT)
 * prints: /proc/slabinfo: (EACCES|EPERM|ENOENT)
 * prints: /proc/vmallocinfo: (EACCES|EPERM|ENOENT)
 * prints: /proc/kpagecount: (EACCES|EPERM|ENOENT)
 * prints: /proc/self/pagemap frames: 0
 * prints: /proc/timer_list: (EACCES|EPERM|ENOENT)
 * prints: addresses: 0
 * prints: syslog: EPERM
 * refused: syslog
 * ends: exited 0
 */
int main(void)
{
	const char *files[] = { "kcore", "kmsg", "slabinfo", "vmallocinfo", "kpagecount" };
	char path[64];
	for (int i = 0; i < 5; i++) {
		snprintf(path, sizeof path, "/proc/%s", files[i]);
		TRY(path, open(path, O_RDONLY));
	}
	unsigned long frame = 0;
	pread(open("/proc/self/pagemap", O_RDONLY), &frame, 8, (unsigned long)&frame >> 12 << 3);
	printf("/proc/self/pagemap frames: %lu\n", frame & (1UL << 55) - 1);
	TRY("/proc/timer_list", open("/proc/timer_list", O_RDONLY));
	unsigned long address = 0, any = 0;
	FILE *symbols = fopen("/proc/kallsyms", "r");
	for (int i = 0; symbols && i < 1000 && fscanf(symbols, "%lx %*[^\n]", &address) == 1; i++) any |= address;
	printf("addresses: %lx\n", any);
	TRY("syslog", syscall(SYS_syslog, 3, path, 64));
}
