import { describe, expect, it } from 'vitest';
import { createKeptEdits } from '../../../site/playground/client/kept-edits.ts';
import { storage } from './storage.ts';

/** A clock that advances each time it is read. */
const clock = () => {
  let ms = 0;
  return () => (ms += 1);
};

const key = 'io_setup-first/c';

describe('an edit', () => {
  it('survives a reload, and waits in a tab that is opened later', () => {
    const [local, tab] = [storage(), storage()];
    createKeptEdits(local, tab).keep(key, 'mine');
    expect(createKeptEdits(local, tab).load(key)).toBe('mine');
    expect(createKeptEdits(local, storage()).load(key)).toBe('mine');
  });

  it('belongs to one variant of one example', () => {
    const edits = createKeptEdits(storage(), storage());
    edits.keep(key, 'mine');
    expect(edits.load('io_setup-first/typescript')).toBeNull();
  });

  it('is gone after a reset, in this tab and for new ones', () => {
    const [local, tab] = [storage(), storage()];
    const edits = createKeptEdits(local, tab);
    edits.keep(key, 'mine');
    edits.forget(key);
    expect(createKeptEdits(local, tab).load(key)).toBeNull();
    expect(createKeptEdits(local, storage()).load(key)).toBeNull();
  });

  it('is listed in every tab, the newest first, until it is dropped', () => {
    const [local, tab, now] = [storage(), storage(), clock()];
    const edits = createKeptEdits(local, tab, now);
    edits.keep('draft-c-1/c', 'older');
    edits.keep('draft-c-2/c', 'newer');
    const other = createKeptEdits(local, storage(), now);
    expect(other.recent().map(({ source }) => source)).toEqual(['newer', 'older']);
    edits.drop('draft-c-2/c');
    expect(other.recent().map(({ source }) => source)).toEqual(['older']);
    expect(edits.load('draft-c-2/c')).toBeNull();
  });

  it('is not overwritten by another tab', () => {
    const local = storage();
    const now = clock();
    const [one, other] = [storage(), storage()];
    createKeptEdits(local, one, now).keep(key, 'of one');
    createKeptEdits(local, other, now).keep(key, 'of the other');
    expect(createKeptEdits(local, one, now).load(key)).toBe('of one');
    expect(createKeptEdits(local, other, now).load(key)).toBe('of the other');
  });

  it('is not thrown away by a reset in another tab', () => {
    const local = storage();
    const now = clock();
    const one = createKeptEdits(local, storage(), now);
    one.keep(key, 'of one');
    createKeptEdits(local, storage(), now).keep(key, 'of the other');
    one.forget(key);
    expect(one.load(key)).toBeNull();
    expect(createKeptEdits(local, storage(), now).load(key)).toBe('of the other');
  });
});

describe('a storage', () => {
  it('holds forty edits, and drops those untouched for longest', () => {
    const local = storage();
    const edits = createKeptEdits(local, storage(), clock());
    for (let at = 0; at < 50; at += 1) edits.keep(`example-${at}`, `edit ${at}`);
    expect(local.entries.size).toBe(40);
    const later = createKeptEdits(local, storage());
    expect(later.load('example-9')).toBeNull();
    expect(later.load('example-10')).toBe('edit 10');
  });

  it('that is full makes room by dropping older edits', () => {
    const local = storage(100_000);
    const edits = createKeptEdits(local, storage(), clock());
    for (let at = 0; at < 30; at += 1) edits.keep(`example-${at}`, 'x'.repeat(3000));
    edits.keep(key, 'y'.repeat(20_000));
    expect(createKeptEdits(local, storage()).load(key)).toHaveLength(20_000);
  });

  it('that takes nothing at all harms nobody', () => {
    const edits = createKeptEdits(storage(0), storage(0));
    edits.keep(key, 'mine');
    expect(edits.load(key)).toBeNull();
    edits.forget(key);
  });

  it('keeps what is not an edit of ours, and is not misled by it', () => {
    const local = storage();
    local.setItem('starlight-theme', 'dark');
    local.setItem(`live-man:edit:${key}`, '{"source": 7}');
    local.setItem('live-man:edit:torn', '{"sou');
    const edits = createKeptEdits(local, storage(), clock());
    expect(edits.load(key)).toBeNull();
    expect(edits.load('torn')).toBeNull();
    for (let at = 0; at < 45; at += 1) edits.keep(`example-${at}`, 'x');
    expect(local.getItem('starlight-theme')).toBe('dark');
    expect(edits.load('example-44')).toBe('x');
  });
});
