import { AioContext, io_getevents, io_setup, IoEvents } from 'aio';

const atOnce = { tv_sec: 0n, tv_nsec: 0n };
const events = new IoEvents(1);
const ctx = new AioContext();

io_setup(1, ctx);
const n = io_getevents(ctx, 1, 1, events, atOnce);
console.log(`${n} events`);
