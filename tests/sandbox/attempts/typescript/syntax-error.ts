/* Is no TypeScript at all, and uses what Node cannot strip.
 *
 * says: 8: .*enum.*|8: .*erasableSyntaxOnly.*
 * ends: not-compiled
 */
console.log('never');
// prettier-ignore
enum Color { Red }
