/** Compares by position in a list; names that are not in it come after, in alphabetical order. */
export function byPlaceIn(order: readonly string[]): (a: string, b: string) => number {
  const placeOf = (name: string) => {
    const at = order.indexOf(name);
    return at < 0 ? order.length : at;
  };
  return (a, b) => placeOf(a) - placeOf(b) || a.localeCompare(b);
}
