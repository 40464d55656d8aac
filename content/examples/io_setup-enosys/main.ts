import { AioContext, ENOSYS, errno, io_setup } from 'aio';

const ctx = new AioContext();

const r = io_setup(1, ctx);
if (r === -1 && errno() === ENOSYS)
  console.log('no native AIO here, falling back to fs.read()');
console.log(`r = ${r}, errno = ${errno()}`);
