import { describe, expect, it } from 'vitest';
import rehypeLiveMan from '../../../site/embed/package/rehype.ts';
import remarkLiveMan from '../../../site/embed/package/remark.ts';

const carrier = {
  className: ['live-man'],
  dataLines: '7-9',
  dataReadOnly: '',
  dataLabel: 'My own',
};
const meta = 'live-man lines=7-9 read-only label="My own"';

describe('a fence that is to run', () => {
  it('gets a carrier before it in remark, wherever it stands', () => {
    const code = { type: 'code', lang: 'c', meta, value: 'int x;' };
    const other = { type: 'code', lang: 'c', meta: 'title=live-man' };
    const tree = { type: 'root', children: [{ type: 'blockquote', children: [code, other] }] };
    remarkLiveMan()(tree);
    expect(tree.children[0]!.children).toEqual([
      { type: 'paragraph', children: [], data: { hName: 'div', hProperties: carrier } },
      { ...code, meta: null },
      other,
    ]);
  });

  it('gets one in rehype', () => {
    const code = { type: 'element', tagName: 'code', data: { meta }, children: [] };
    const pre = { type: 'element', tagName: 'pre', children: [code] };
    const tree = { type: 'root', children: [pre] };
    rehypeLiveMan()(tree);
    expect(tree.children).toEqual([
      { type: 'element', tagName: 'div', properties: carrier, children: [] },
      pre,
    ]);
  });

  it('ends the build if it has an attribute that the tag lacks', () => {
    const tree = { type: 'root', children: [{ type: 'code', meta: 'live-man line=7' }] };
    expect(() => remarkLiveMan()(tree)).toThrow(/no "line".*lines, hide/);
  });
});
