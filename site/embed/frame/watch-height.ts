/**
 * Reports the height of the page's content, at once and whenever it changes. At once by measuring
 * it, because browsers do not render a frame that is out of view, and observers wait for rendering.
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
