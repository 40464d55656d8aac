/* Has the compiler make templates of templates, whose arguments triple with each.
 *
 * says: 0: error: the compiler (ran out of the memory|used up its CPU time limit|did not finish).*
 * ends: not-compiled
 */
template <typename... Types> struct List {
};
template <int Turns, typename... Types> struct Grow {
	using type = typename Grow<Turns - 1, Types..., Types..., List<Types...>>::type;
};
template <typename... Types> struct Grow<0, Types...> {
	using type = List<Types...>;
};
Grow<40, int>::type endless;
int main()
{
	return 0;
}
