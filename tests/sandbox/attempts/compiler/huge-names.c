/* Names a function by thirty thousand letters, declares thousands of them, and makes the linker
 * complain about one that is missing.
 *
 * says: .*undefined reference.*
 * ends: not-compiled
 */
#define JOIN(a, b) a##b
#define TWICE(a) JOIN(a, a)
#define N0 a_long_name_that_doubles_and_doubles_again_
#define N(a, b) N_(a, b)
#define N_(a, b) a##b
#define N1 N(N0, N0)
#define N2 N(a_long_name_, a_long_name_that_never_ends_)
extern void N2(void);
#define NAME4(x) x##x##x##x
#define NAME16(x) NAME4_(x##x##x##x)
#define NAME4_(x) NAME4(x)
#define NAME64(x) NAME16_(x##x##x##x)
#define NAME16_(x) NAME16(x)
#define NAME256(x) NAME64_(x##x##x##x)
#define NAME64_(x) NAME64(x)
extern void NAME256(a_name_of_a_hundred_letters_is_no_help_to_anybody_who_has_to_read_it_aloud_in_front_of_others_)(void);
int main(void)
{
	NAME256(a_name_of_a_hundred_letters_is_no_help_to_anybody_who_has_to_read_it_aloud_in_front_of_others_)();
	N2();
	return 0;
}
