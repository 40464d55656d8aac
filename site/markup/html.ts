import { escapeHtml } from '../../playground-server/protocol/escape-html.ts';

/** Markup whose values have been escaped. */
export class Html {
  readonly markup: string;
  constructor(markup: string) {
    this.markup = markup;
  }
  toString(): string {
    return this.markup;
  }
}

type Value = Html | readonly Html[] | string | number | null | undefined | false;

/**
 * Builds markup, in the page as well as in the build. What a snippet printed or a header contains
 * is never more than text: every value that is not Html itself is escaped.
 */
export function html(parts: TemplateStringsArray, ...values: Value[]): Html {
  return new Html(String.raw({ raw: parts }, ...values.map(escaped)));
}

function escaped(value: Value): string {
  if (value === null || value === undefined || value === false) return '';
  if (value instanceof Html) return value.markup;
  if (typeof value === 'object') return value.map(({ markup }) => markup).join('');
  return escapeHtml(String(value));
}
