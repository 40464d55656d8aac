type Wake = () => void;

const sleepers = new WeakMap<Element, Wake>();

const observer = new IntersectionObserver(
  (entries) => {
    for (const { target, isIntersecting } of entries) {
      if (!isIntersecting) continue;
      observer.unobserve(target);
      sleepers.get(target)?.();
    }
  },
  { rootMargin: '100%' },
);

/**
 * Calls `wake` once, when the reader is within a screen of the element. A long page carries dozens
 * of playgrounds, most of them folded away; those that are never approached cost nothing.
 */
export function whenNear(element: Element, wake: Wake): void {
  sleepers.set(element, wake);
  observer.observe(element);
}
