import type { ExampleElement } from './example-element.ts';
import { showLens } from './lens-choice.ts';

/** What an address adds to the id of a variant: a line of its source, a call of its tape. */
const placeInVariant = /-(?:L|call-)\d+.*$/;

/**
 * Shows the variant that the page's address leads into, such as a line of its source, though it has
 * yet to be fetched. The address of an example itself leads to whichever variant the reader prefers.
 */
export async function followAddress(): Promise<void> {
  const id = decodeURIComponent(location.hash.slice(1));
  const variant = id.replace(placeInVariant, '');
  const named = document.getElementById(id) ?? document.getElementById(variant);
  const example = named?.closest<ExampleElement>('live-man-example');
  if (!example) return;
  for (let box = example.closest('details'); box; box = box.parentElement!.closest('details'))
    box.open = true;
  const lens = example.lensOf(variant);
  const isOfLens = id !== variant || !example.isFirst(variant);
  if (lens && isOfLens) showLens(lens);
  await example.show(isOfLens ? lens : undefined);
  const target = document.getElementById(id);
  // Navigating to the same address again makes what has just arrived its target.
  if (target?.checkVisibility()) location.replace(location.href);
  else example.scrollIntoView();
}
