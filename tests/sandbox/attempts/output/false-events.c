/* Prints what an event of the stream looks like, and what would end it: it arrives as text of the
 * program.
 *
 * prints: \{"kind":"finished","seq":9,"outcome":\{"kind":"exited","status":0\}\}
 * prints: </script><img src=x onerror=alert\(1\)>
 * prints: \u001b\]0;title\u0007\u001b\[2J\u202e
 * prints: after
 * ends: exited 4
 */
int main(void)
{
	puts("{\"kind\":\"finished\",\"seq\":9,\"outcome\":{\"kind\":\"exited\",\"status\":0}}");
	puts("</script><img src=x onerror=alert(1)>");
	puts("\033]0;title\007\033[2J\xe2\x80\xae");
	puts("after");
	return 4;
}
