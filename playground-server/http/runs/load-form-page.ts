import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  formRendererFile,
  type FormAnswer,
  type FormRenderer,
  type RunForm,
} from '../../protocol/index.ts';

/** Writes the page that answers a form. */
export type FillFormPage = (form: RunForm, answer: FormAnswer) => string;

/**
 * The template of a language and the renderer that fills it, both from the site's build, so that a
 * page of the server looks like the others. Null where the site is not built. One that is built anew
 * under a running server brings a new renderer.
 */
export async function loadFormPage(distDir: string, lang: string): Promise<FillFormPage | null> {
  try {
    const [template, { renderFormRun }] = await Promise.all([
      readFile(join(distDir, lang, 'run', 'index.html'), 'utf8'),
      loadRenderer(join(distDir, formRendererFile)),
    ]);
    return (form, answer) => renderFormRun(template, form, answer);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

/** Node keeps modules by their address: a changed file needs one of its own. */
async function loadRenderer(path: string): Promise<FormRenderer> {
  const { href } = pathToFileURL(path);
  const { mtimeMs } = await stat(path);
  return (await import(/* @vite-ignore */ `${href}?changed=${mtimeMs}`)) as FormRenderer;
}
