/** What draws pictures for the server, on a thread of its own: protocol/picture.ts says how. */
import { workerData, type MessagePort } from 'node:worker_threads';
import type { PictureOrder } from '../../../playground-server/protocol/picture.ts';
import { fontFiles, wasmFile } from './drawing-files.ts';
import { openRasterizer } from './open-rasterizer.ts';
import { orderSvg } from './order-svg.ts';

const port = workerData as MessagePort;
const beside = (name: string) => new URL(`pictures/${name}`, import.meta.url);

const draw = await openRasterizer({ wasm: beside(wasmFile), fonts: fontFiles.map(beside) });

port.on('message', (order: PictureOrder) => {
  const png = draw(orderSvg(order));
  port.postMessage(png, [png.buffer as ArrayBuffer]);
});
