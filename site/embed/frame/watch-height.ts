/**
 * Says how high the content of the page is, at once and whenever that changes. At once by asking:
 * browsers do not draw a frame that is out of sight, and observers wait for a drawing.
 */
export function watchHeight(content: HTMLElement, say: (heightPx: number) => void): void {
  let last = 0;
  const measure = () => {
    const heightPx = Math.ceil(content.getBoundingClientRect().height);
    if (heightPx === last || heightPx === 0) return;
    last = heightPx;
    say(heightPx);
  };
  measure();
  new ResizeObserver(measure).observe(content);
}
