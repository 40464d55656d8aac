import { build } from 'vite';
import type { InlineConfig } from 'vite';

/**
 * Bundles an entry with everything it imports into one file, in memory, apart from the site's
 * build.
 */
export async function bundleFile(config: InlineConfig): Promise<string> {
  const result = await build({
    ...config,
    configFile: false,
    logLevel: 'error',
    build: { ...config.build, write: false },
  });
  const [bundle] = [result].flat();
  if (!bundle || !('output' in bundle)) throw new Error('Vite is watching instead of building.');
  const [file, ...others] = bundle.output;
  if (others.length > 0) throw new Error(`${file.fileName} is not the only file of its bundle.`);
  return file.code;
}
