/* Types whose checking takes longer than anybody waits; what Node runs of it is one line.
 *
 * prints: ran
 * ends: exited 0
 */
type Grow<N extends number, A extends unknown[] = []> = A['length'] extends N
  ? A
  : Grow<N, [...A, 0]>;
type Each = { [K in keyof Grow<900>]: { [L in keyof Grow<900>]: [K, L] } };
const value: Each[0][0] extends infer T ? T : never = undefined as never;
console.log(value === undefined ? 'ran' : '');
