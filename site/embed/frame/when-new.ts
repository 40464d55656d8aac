/**
 * Heeds a wish of the author's only when it differs from the last one: every change of an attribute
 * sends all of them again, and what the reader has opened since is to stay open.
 */
export function whenNew<Wish>(heed: (wish: Wish) => void): (wish: Wish) => void {
  let last: string | undefined;
  return (wish) => {
    const text = JSON.stringify(wish);
    if (text === last) return;
    last = text;
    heed(wish);
  };
}
