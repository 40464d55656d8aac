/* Prints every byte there is, including NUL and what is not UTF-8, and a character cut in two at
 * the end.
 *
 * prints: NUL \u0000 and \ufffd\ufffd\ufffd end
 * prints: é, cut: \ufffd
 * ends: exited 0
 */
int main(void)
{
	write(1, "NUL \0 and \xff\xfe\x80 end\n", 18);
	write(1, "\xc3", 1);
	usleep(20000);
	write(1, "\xa9, cut: \xe2\x82", 10);
}
