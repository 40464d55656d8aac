import { manualReaderFile } from '../../playground-server/protocol/index.ts';
import { serverModules } from '../vite/server-modules.ts';

/** The code that searches and explains as the pages do, for assistants that ask the server. */
export const manualReader = () =>
  serverModules({ [manualReaderFile]: new URL('open-manual.ts', import.meta.url) });
