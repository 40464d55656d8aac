/** Links leave the frame (`<base target>`), except for those to a place inside it. */
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
