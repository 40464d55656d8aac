const pages = new WeakSet<Request>();

/** True once for every page being rendered: what all playgrounds share is said only once. */
export function isFirstOnPage(request: Request): boolean {
  const isFirst = !pages.has(request);
  pages.add(request);
  return isFirst;
}
