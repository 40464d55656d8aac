/* Makes ten thousand errors: the first hundred are shown.
 *
 * says: (10: error: expected .*|0: error: .*time limit.*)
 * ends: not-compiled
 */
#define TEN(x) x x x x x x x x x x
#define WRONG TEN(TEN(TEN(TEN(int = 1;))))
/* 1 */
/* 2 */
WRONG
