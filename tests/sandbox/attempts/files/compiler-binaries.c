/* Looks for the compiler that built it, for shells and for interpreters, to run one of them.
 *
 * prints: /usr/bin/gcc: ENOENT
 * prints: /usr/bin/as: ENOENT
 * prints: /usr/bin/ld.gold: ENOENT
 * prints: /bin/sh: ENOENT
 * prints: /usr/bin/node: ENOENT
 * prints: /usr/bin/python3: ENOENT
 * prints: /usr/lib/gcc: ENOENT
 * prints: system: 32512
 * prints: snippet: ENOENT
 * ends: exited 0
 */
int main(void)
{
	const char *tools[] = { "/usr/bin/gcc", "/usr/bin/as", "/usr/bin/ld.gold", "/bin/sh",
							"/usr/bin/node", "/usr/bin/python3", "/usr/lib/gcc" };
	for (int i = 0; i < 7; i++)
		TRY(tools[i], execl(tools[i], tools[i], "--version", NULL));
	TRY("system", system("id"));
	TRY("snippet", open("/work/snippet.c", O_RDONLY));
}
