import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  formRendererFile,
  type FormAnswer,
  type FormRenderer,
  type RunForm,
} from '../../protocol/index.ts';

/** Renders the page that answers a form. */
export type FillFormPage = (form: RunForm, answer: FormAnswer) => string;

/**
 * Loads a language's template and the renderer that fills it, both from the site's build, so that
 * the server's page looks like the others. Null if the site is not built. If it is rebuilt while
 * the server runs, its new renderer is used.
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

/** Node caches modules by their URL, so a changed file needs a new one. */
async function loadRenderer(path: string): Promise<FormRenderer> {
  const { href } = pathToFileURL(path);
  const { mtimeMs } = await stat(path);
  return (await import(/* @vite-ignore */ `${href}?changed=${mtimeMs}`)) as FormRenderer;
}
