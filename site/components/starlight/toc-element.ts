/** How far below the place of a linked heading, in pixels, the reader is taken to be in its part. */
const slackPx = 24;

/**
 * `<starlight-toc>`: marks the part of the page that is being read. It takes the place of
 * Starlight's own, which asks every element of the page what headings it holds, and lets a page
 * with dozens of examples stand still for a second.
 */
export class StarlightTOC extends HTMLElement {
  #current: HTMLAnchorElement | undefined;
  #links: HTMLAnchorElement[] = [];
  #headings: HTMLElement[] = [];
  #frame = 0;

  connectedCallback(): void {
    const links = [...this.querySelectorAll<HTMLAnchorElement>('a[href^="#"]')];
    const places = links.map((link) => ({ link, heading: headingOf(link) }));
    const known = places.filter(({ heading }) => heading !== null);
    this.#links = known.map(({ link }) => link);
    this.#headings = known.map(({ heading }) => heading!);
    addEventListener('scroll', this.#follow, { passive: true });
    addEventListener('resize', this.#follow, { passive: true });
    this.#follow();
  }

  disconnectedCallback(): void {
    removeEventListener('scroll', this.#follow);
    removeEventListener('resize', this.#follow);
  }

  /** Starlight's mobile table of contents overrides this to name the part as well. */
  set current(link: HTMLAnchorElement) {
    this.#current?.removeAttribute('aria-current');
    link.setAttribute('aria-current', 'true');
    this.#current = link;
  }

  readonly #follow = (): void => {
    this.#frame ||= requestAnimationFrame(() => {
      this.#frame = 0;
      // The table that the width of the page hides has nothing to mark.
      const link = this.checkVisibility() && this.#links[this.#partBeingRead()];
      if (link && link !== this.#current) this.current = link;
    });
  };

  /** Halving instead of asking each: every question may make the browser lay out the page. */
  #partBeingRead(): number {
    const { scrollPaddingTop } = getComputedStyle(document.documentElement);
    const line = (Number.parseFloat(scrollPaddingTop) || 0) + slackPx;
    let [from, to] = [0, this.#headings.length - 1];
    while (from < to) {
      const middle = Math.ceil((from + to) / 2);
      if (this.#headings[middle]!.getBoundingClientRect().top <= line) from = middle;
      else to = middle - 1;
    }
    return from;
  }
}

const headingOf = ({ hash }: HTMLAnchorElement): HTMLElement | null =>
  document.getElementById(decodeURIComponent(hash.slice(1)));

customElements.define('starlight-toc', StarlightTOC);
