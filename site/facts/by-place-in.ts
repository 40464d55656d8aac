/** Compares by the places that a list gives; what it does not name comes after, by name. */
export function byPlaceIn(order: readonly string[]): (a: string, b: string) => number {
  const placeOf = (name: string) => {
    const at = order.indexOf(name);
    return at < 0 ? order.length : at;
  };
  return (a, b) => placeOf(a) - placeOf(b) || a.localeCompare(b);
}
