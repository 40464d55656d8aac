/* Has the compiler calculate a constant, a little within the bounds of each loop, and never be done.
 *
 * says: 0: error: the compiler (used up its CPU time limit|did not finish).*
 * ends: not-compiled
 */
constexpr int spin(unsigned turns)
{
	int sum = 0;
	for (unsigned turn = 0; turn < turns; turn++)
		for (unsigned inner = 0; inner < 200000; inner++)
			sum ^= 1;
	return sum;
}
constexpr int first = spin(100) + spin(99), second = spin(98) + spin(97);
int main()
{
	return first + second;
}
