/* Lets the compiler calculate: types of exponential size, constants that are folded for ever.
 *
 * says: .*
 * ends: (not-compiled|exited 0)
 */
#define A(x) x, x
typedef struct { char c; } s0;
typedef s0 s1[1024];
typedef s1 s2[1024];
typedef s2 s3[1024];
typedef s3 s4[1024];
typedef s4 s5[1024];
typedef s5 s6[1024];
s6 huge;
#define P4(x) ((x) + (x) + (x) + (x))
#define P64(x) P4(P4(P4(x)))
int main(void)
{
	return P64(P64(P64(1))) > sizeof(s5);
}
