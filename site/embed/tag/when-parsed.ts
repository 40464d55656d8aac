/** Calls `go` once the page is parsed: an element that is added before has no content yet. */
export function whenParsed(go: () => void): void {
  if (document.readyState === 'loading') {
    addEventListener('DOMContentLoaded', go);
  } else {
    go();
  }
}
