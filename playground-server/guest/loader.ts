import { existsSync, readFileSync, writeSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { strippedFolder } from './stripped-folder.ts';

/**
 * What runs inside the sandbox before a TypeScript snippet does: it loads Node's type stripping,
 * koffi and the module 'aio', says "ready" on stdout, and waits on stdin for a handover. Nothing of
 * a reader's is here before that.
 */
interface Handover {
  /** decimal */
  mark: string;
  source: string;
  /** BPF in base64, for calls that are to be seen from now on */
  filter: string;
  /** of the snippet, after its name */
  arguments: readonly string[];
}

/** What a snippet may import by name besides Node's own modules. */
const modules = new Map([
  ['aio', new URL('./aio/index.ts', import.meta.url).href],
  ['koffi', new URL('./koffi.ts', import.meta.url).href],
]);
const warmUpUrl = 'file:///warm-up.ts';
const sources = new Map([[warmUpUrl, `import * as aio from 'aio'; aio.libaio satisfies object;`]]);

registerHooks({
  resolve(specifier, context, next) {
    const ours = fromSnippet(context.parentURL) ? modules.get(specifier) : undefined;
    const url = ours ?? (sources.has(specifier) ? specifier : undefined);
    return url === undefined ? next(specifier, context) : { url, shortCircuit: true };
  },
  load(url, context, next) {
    const source = sources.get(url);
    if (source !== undefined) return { format: 'module-typescript', source, shortCircuit: true };
    const stripped = `${strippedFolder}${new URL(url).pathname}`;
    if (!url.startsWith('file:') || !existsSync(stripped)) return next(url, context);
    return { format: 'module', source: readFileSync(stripped, 'utf8'), shortCircuit: true };
  },
});

const fromSnippet = (parent: string | undefined): boolean =>
  parent !== undefined && sources.has(parent);

const { setMark, snippetUrl } = await import('./call-mark.ts');
await import(warmUpUrl);
// Loads what only a first call loads, through calls that the kernel refuses: 0 is no context.
const { io_destroy, libaio } = await import('./aio/index.ts');
const { resetErrno } = await import('./aio/errno.ts');
io_destroy(0n);
libaio.io_destroy(0n);
resetErrno();
const { installFilter } = await import('./install-filter.ts');
try {
  installFilter(Buffer.alloc(0));
} catch {
  // No filter is empty.
}

writeSync(1, 'ready\n');
const handover = JSON.parse(readFileSync(0, 'utf8')) as Handover;
installFilter(Buffer.from(handover.filter, 'base64'));
const { mark, source } = handover;
process.argv.push(...handover.arguments);
setMark(BigInt(mark));
sources.delete(warmUpUrl);
sources.set(snippetUrl, source);
await import(snippetUrl);
