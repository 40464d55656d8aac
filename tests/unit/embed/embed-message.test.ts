import { describe, expect, it } from 'vitest';
import { parseFrameMessage, parseShowMessage } from '../../../site/embed/embed-message.ts';

describe('a message of a frame', () => {
  it.each([
    { liveMan: 1, kind: 'ready' },
    { liveMan: 1, kind: 'height', heightPx: 512 },
    { liveMan: 1, kind: 'complaints', sentences: ['There is no attribute “x”.'] },
  ])('is understood: $kind', (message) => {
    expect(parseFrameMessage(message)).toEqual(message);
  });

  it.each([
    null,
    'ready',
    { kind: 'ready' },
    { liveMan: 2, kind: 'ready' },
    { liveMan: 1, kind: 'grow' },
    { liveMan: 1, kind: 'height', heightPx: -1 },
    { liveMan: 1, kind: 'height', heightPx: 0 },
    { liveMan: 1, kind: 'height', heightPx: NaN },
    { liveMan: 1, kind: 'height', heightPx: 1e9 },
    { liveMan: 1, kind: 'height', heightPx: '512px' },
    { liveMan: 1, kind: 'complaints', sentences: [{}] },
  ])('is no message: %j', (data) => {
    expect(parseFrameMessage(data)).toBeNull();
  });
});

describe('a message to a frame', () => {
  it('brings settings, and the source once', () => {
    const message = { liveMan: 1, kind: 'show', settings: { theme: 'dark' }, source: 'int x;' };
    expect(parseShowMessage(message)).toEqual(message);
  });

  it('is stripped of what this version does not know', () => {
    expect(parseShowMessage({ liveMan: 1, kind: 'show', settings: {}, zoom: 2 })).toEqual({
      liveMan: 1,
      kind: 'show',
      settings: {},
    });
  });

  it.each([
    { liveMan: 1, kind: 'show' },
    { liveMan: 1, kind: 'show', settings: null },
    { liveMan: 1, kind: 'show', settings: { theme: 1 } },
    { liveMan: 1, kind: 'show', settings: { label: 'x'.repeat(501) } },
    { liveMan: 1, kind: 'show', settings: Object.fromEntries(Array(60).entries()) },
    { liveMan: 2, kind: 'show', settings: {} },
  ])('is no message: %j', (data) => {
    expect(parseShowMessage(data)).toBeNull();
  });
});
