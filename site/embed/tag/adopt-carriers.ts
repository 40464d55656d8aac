import { blockOf, carriers } from './carrier.ts';
import { carriedBy } from './tag-attributes.ts';

const adopted = new WeakSet<Element>();

/** Gives every carrier a tag, also those that come later. */
export function adoptCarriers(): void {
  const adoptAll = () => {
    for (const carrier of document.querySelectorAll(carriers)) {
      if (adopted.has(carrier)) continue;
      adopted.add(carrier);
      adopt(carrier);
    }
  };
  adoptAll();
  new MutationObserver(adoptAll).observe(document.documentElement, {
    childList: true,
    subtree: true,
  });
}

/** Inside the carrier where it can be, so that no framework misses its place; else before it. */
function adopt(carrier: Element): void {
  const tag = document.createElement('live-man');
  const copy = (from: Element) => {
    for (const [name, value] of Object.entries(carriedBy(from)))
      if (value !== tag.getAttribute(name)) tag.setAttribute(name, value);
  };
  const block = blockOf(carrier);
  if (block) {
    // Routers that keep copies of pages, as Turbo does, have kept the tag of the copied block, too.
    if (block.previousElementSibling?.matches('live-man.live-man')) return;
    tag.className = 'live-man';
    // Generators write the attributes of a fence on its outermost element.
    copy(block);
    block.before(tag);
  } else {
    copy(carrier);
    new MutationObserver(() => copy(carrier)).observe(carrier, { attributes: true });
    carrier.attachShadow({ mode: 'open' }).append(tag, document.createElement('slot'));
  }
}
