/** Calls `go` once, when the reader is within half a screen of the element. */
export function whenApproached(element: Element, go: () => void): void {
  const observer = new IntersectionObserver(
    (entries) => {
      if (!entries.at(-1)!.isIntersecting) return;
      observer.disconnect();
      go();
    },
    { rootMargin: '50%' },
  );
  observer.observe(element);
}
