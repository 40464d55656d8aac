import type { Plugin } from 'vite';

const prefix = '\0adopt-monaco-css:';

/**
 * Keeps Monaco's style sheets out of the pages. Astro links the CSS of every dynamically imported
 * module in the head; here such a sheet becomes a module that adopts it when the editor is loaded.
 */
export function adoptMonacoCss(): Plugin {
  return {
    name: 'live-man-adopt-monaco-css',
    enforce: 'pre',
    async resolveId(source, importer, options) {
      if (!source.endsWith('.css') || !importer?.includes('/monaco-editor/')) return null;
      const sheet = await this.resolve(source, importer, { ...options, skipSelf: true });
      // The suffix stops Vite's CSS plugins from claiming the module by its extension.
      return sheet && `${prefix}${sheet.id}.js`;
    },
    load(id) {
      if (!id.startsWith(prefix)) return null;
      const sheet = `${id.slice(prefix.length, -'.js'.length)}?inline`;
      return [
        `import text from ${JSON.stringify(sheet)};`,
        'const sheet = new CSSStyleSheet();',
        'sheet.replaceSync(text);',
        'document.adoptedStyleSheets.push(sheet);',
      ].join('\n');
    },
  };
}
