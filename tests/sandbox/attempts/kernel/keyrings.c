/* Leaves a key in the keyrings of the kernel, which namespaces do not separate, and reads the keys
 * of others.
 *
 * prints: session: EPERM
 * prints: add: EPERM
 * prints: request: EPERM
 * prints: keys of others: 0
 * refused: keyctl add_key request_key
 * outside: session: [0-9]+
 * outside: add: [0-9]+
 * outside: request: .*
 * outside: keys of others: .*
 * ends: exited 0
 */
int main(void)
{
	TRY("session", syscall(SYS_keyctl, 1L, 0L, 0L, 0L, 0L));
	TRY("add", syscall(SYS_add_key, "user", "live-man", "secret", 6L, -3L));
	TRY("request", syscall(SYS_request_key, "user", "live-man", NULL, -3L));
	char line[256];
	int count = 0;
	FILE *keys = fopen("/proc/keys", "r");
	while (keys && fgets(line, sizeof line, keys)) count++;
	printf("keys of others: %d\n", count);
}
