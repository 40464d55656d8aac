/** Links lead out of the frame (`<base target>`), but for those to a place in it. */
export function stayInFrame(): void {
  document.addEventListener(
    'click',
    ({ target }) => {
      const link = (target as Element).closest<HTMLAnchorElement>('a[href]');
      if (!link) return;
      const leads = `${link.pathname}${link.search}`;
      const isHere = leads === `${location.pathname}${location.search}`;
      link.target = isHere ? '_self' : '_blank';
    },
    { capture: true },
  );
}
