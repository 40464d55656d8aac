/** Whoever comes to a condition by its address came for what to do about it. */
const unfold = () =>
  document
    .getElementById(decodeURIComponent(location.hash.slice(1)))
    ?.querySelector('.condition > .foot > .cure')
    ?.setAttribute('open', '');
unfold();
addEventListener('hashchange', unfold);
