import { settingNames } from '../setting-names.ts';
import { wholeBlock } from './code/find-block.ts';

/** Elements that may have a shadow root, so that their own content stays as it is. */
const mayHaveShadow = /^(?:DIV|SECTION|ARTICLE|ASIDE|P|SPAN)$/;
const adopted = new WeakSet<Element>();

/**
 * Gives every element with the class `live-man` a tag: Markdown passes a `<div>` through where it
 * breaks an element that it does not know. Whatever comes later is found, too.
 */
export function adoptCarriers(): void {
  const adoptAll = () => {
    for (const carrier of document.querySelectorAll('.live-man:not(live-man)')) {
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
    for (const name of settingNames) {
      const value = from.getAttribute(`data-${name}`);
      if (value !== null && value !== tag.getAttribute(name)) tag.setAttribute(name, value);
    }
  };
  if (mayHaveShadow.test(carrier.tagName)) {
    copy(carrier);
    new MutationObserver(() => copy(carrier)).observe(carrier, { attributes: true });
    carrier.attachShadow({ mode: 'open' }).append(tag, document.createElement('slot'));
  } else {
    const block = wholeBlock(carrier.closest('pre') ?? carrier, document.body);
    // Generators write the attributes of a fence on its outermost element.
    copy(block);
    block.before(tag);
  }
}
