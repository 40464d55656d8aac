/* Claims by #line that it is another file, at another line, so that messages and calls are shown in
 * the wrong place.
 *
 * says: 9: error: ‘undeclared’ undeclared.*
 * says: 0: error: snippet.c:-2147483647: ‘missing’ undeclared.*
 * ends: not-compiled
 */
#line 7 "/etc/passwd"
int a = undeclared;
#line 2147483647 "snippet.c"
int main(void)
{
	return missing;
}
