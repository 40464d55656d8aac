/* Hides the end of a comment, a string and a directive behind trigraphs and continued lines, where
 * a reader of the source could take them for something else.
 *
 * prints: a question[?][?]/
 * prints: the line after the comment
 * ends: exited 0
 */
%:include <stdio.h>
int main(void) <%
	puts("a question?\
?/");
	// does this comment go on ??/
	puts("the line after the comment");
	/\
/ puts("this is a comment");
	return 0;
%>
