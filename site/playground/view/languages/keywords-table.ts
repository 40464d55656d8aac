import type { Language } from '../../../../playground-server/protocol/language-table.ts';

/**
 * The keywords to colour in a source that the build has not; see source-tokens.ts. They stand apart from
 * the rows, with which come editors: a picture of a source needs none.
 */
export const keywordsTable: Readonly<Record<Language, string>> = {
  c:
    'auto break case char const continue default do double else enum extern false float for goto if ' +
    'inline int long register restrict return short signed sizeof static struct switch true typedef ' +
    'union unsigned void volatile while',
  cpp:
    'alignas auto bool break case catch char class concept const const_cast consteval constexpr ' +
    'constinit continue co_await co_return co_yield decltype default delete do double dynamic_cast ' +
    'else enum explicit export extern false final float for friend goto if inline int long mutable ' +
    'namespace new noexcept nullptr operator override private protected public reinterpret_cast ' +
    'requires return short signed sizeof static static_assert static_cast struct switch template ' +
    'this thread_local throw true try typedef typename union unsigned using virtual void volatile while',
  typescript:
    'async await break case catch class const continue default do else enum export false for from ' +
    'function if import interface let new null of return static switch throw true try type ' +
    'undefined var void while',
};
