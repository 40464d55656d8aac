import { describe, expect, it } from 'vitest';
import { parseFrameMessage, parsePageMessage } from '../../../site/embed/embed-message.ts';

describe('a message of a frame', () => {
  it.each([
    { liveMan: 1, kind: 'ready' },
    { liveMan: 1, kind: 'height', heightPx: 512 },
    { liveMan: 1, kind: 'missing' },
    { liveMan: 1, kind: 'edited', source: 'int x;' },
    { liveMan: 1, kind: 'finished', outcome: 'exited', status: 0, calls: [], output: '' },
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
    { liveMan: 1, kind: 'height', heightPx: '512px' },
    { liveMan: 1, kind: 'constructor' },
  ])('is no message: %j', (data) => {
    expect(parseFrameMessage(data)).toBeNull();
  });
});

describe('a message to a frame', () => {
  it('brings settings, and the source once', () => {
    const message = { liveMan: 1, kind: 'show', settings: { theme: 'dark' }, source: 'int x;' };
    expect(parsePageMessage(message)).toEqual(message);
  });

  it('is stripped of what this version does not know', () => {
    expect(parsePageMessage({ liveMan: 1, kind: 'show', settings: {}, zoom: 2 })).toEqual({
      liveMan: 1,
      kind: 'show',
      settings: {},
    });
  });

  it('loses what no setting is, and keeps the rest', () => {
    const settings = { theme: 1, label: 'x'.repeat(501), lines: '3' };
    expect(parsePageMessage({ liveMan: 1, kind: 'show', settings })).toMatchObject({
      settings: { lines: '3' },
    });
  });

  it('may press a button', () => {
    expect(parsePageMessage({ liveMan: 1, kind: 'run' })).toEqual({ liveMan: 1, kind: 'run' });
  });

  it.each([
    { liveMan: 1, kind: 'show' },
    { liveMan: 1, kind: 'show', settings: null },
    { liveMan: 1, kind: 'click' },
    { liveMan: 2, kind: 'show', settings: {} },
  ])('is no message: %j', (data) => {
    expect(parsePageMessage(data)).toBeNull();
  });
});
