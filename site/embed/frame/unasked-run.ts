const lock = 'live-man-unasked-run';
const storageKey = 'live-man.unasked-run';
/** Long enough that a page gains nothing by removing its frames and adding them again. */
const pauseMs = 60_000;

/**
 * Whether this frame may run its snippet although nobody has asked for it: one frame of a page may,
 * and then none in this tab for a minute. The browser shares locks and this storage between our
 * frames on the pages of one site; where it denies them, nothing runs unasked.
 */
export async function mayRunUnasked(nowMs = Date.now()): Promise<boolean> {
  try {
    if (!(await holdForGood())) return false;
    const lastMs = Number(sessionStorage.getItem(storageKey) ?? 0);
    if (Math.abs(nowMs - lastMs) < pauseMs) return false;
    sessionStorage.setItem(storageKey, String(nowMs));
    return true;
  } catch {
    return false;
  }
}

/** Takes the lock for as long as this frame lives, unless another frame has it. */
function holdForGood(): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const held = navigator.locks.request(lock, { ifAvailable: true }, (mine) => {
      resolve(mine !== null);
      return mine && new Promise(() => undefined);
    });
    held.catch(reject);
  });
}
