/* Includes files of the host, by every directive that C++ has for it.
 *
 * says: \d+: error: invalid preprocessing directive #embed
 * says: \d+: error: ‘import’ does not name a type
 * says: \d+: note: .+ ‘import’ only available with ‘-fmodules-ts’.*
 * says: \d+: error: ‘from_embed’ was not declared in this scope
 * ends: not-compiled
 */
#if __has_include("/etc/passwd") || __has_include(</proc/self/environ>) || __has_include("/root/.bashrc")
#error found
#endif
#if __has_include("/usr/include/c++/../../../etc/passwd")
#error found
#endif
#embed "/etc/passwd"
import "/etc/passwd";
int main()
{
	return from_embed;
}
