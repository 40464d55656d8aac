/** A frame that has not said its height by then may not come: the room for it is given back. */
export const patienceMs = 10_000;

/** In pixels, of a frame whose content is unknown, and of what stands around a snippet's lines. */
export const usualRoomPx = 480;
export const aroundLinesPx = 330;
export const linePx = 20;
