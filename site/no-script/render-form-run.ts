import type { RenderFormRun } from '../../playground-server/protocol/index.ts';
import { formSections } from './form-sections.ts';
import { templateContext } from './template-context.ts';

/** Marks the part that the server replaces in the page at /{language}/run/. */
export const slot = { begin: '<!--live-man:run-->', end: '<!--/live-man:run-->' } as const;

/**
 * The page that answers a form without JavaScript. The template contains its own words, so the
 * server needs none. Throws if the page is not a template.
 */
export const renderFormRun: RenderFormRun = (template, form, answer) => {
  const [head, rest] = splitAt(template, slot.begin);
  const [, foot] = splitAt(rest, slot.end);
  const { markup } = formSections(form, answer, templateContext(template));
  return head + slot.begin + markup + slot.end + foot;
};

function splitAt(text: string, mark: string): [string, string] {
  const at = text.indexOf(mark);
  if (at < 0) throw new Error(`the template page has no ${mark}: build the site again`);
  return [text.slice(0, at), text.slice(at + mark.length)];
}
