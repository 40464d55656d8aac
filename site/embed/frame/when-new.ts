/**
 * Heeds the author's setting only if it differs from the last one: a change of any attribute sends
 * all of them again, and what the reader has opened in the meantime should stay open.
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
