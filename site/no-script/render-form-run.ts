import type { RenderFormRun } from '../../playground-server/protocol/index.ts';
import { formSections } from './form-sections.ts';
import { fillSlot } from './slot.ts';
import { templateContext } from './template-context.ts';

/**
 * The page that answers a form without JavaScript. The template contains its own words, so the
 * server needs none. Throws if the page is not a template.
 */
export const renderFormRun: RenderFormRun = (template, form, answer) =>
  fillSlot(template, formSections(form, answer, templateContext(template)));
