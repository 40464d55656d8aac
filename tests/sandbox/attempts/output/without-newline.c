/* Prints without ever ending a line, piece by piece between its calls.
 *
 * prints: one two three
 * rows: 2
 * ends: exited 3
 */
int main(void)
{
	printf("one ");
	syscall(SYS_io_destroy, 1L);
	printf("two ");
	syscall(SYS_io_destroy, 1L);
	printf("three");
	return 3;
}
