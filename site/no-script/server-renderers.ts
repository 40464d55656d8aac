import { formRendererFile, resultRendererFile } from '../../playground-server/protocol/index.ts';
import { serverModules } from '../vite/server-modules.ts';

/** The code that fills the template pages, for the server. */
export const serverRenderers = () =>
  serverModules({
    [formRendererFile]: new URL('render-form-run.ts', import.meta.url),
    [resultRendererFile]: new URL('render-result.ts', import.meta.url),
  });
