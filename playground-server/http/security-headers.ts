import { secureHeaders } from 'hono/secure-headers';

/**
 * What the site needs, and no more. Starlight sets the theme in inline scripts before the first
 * paint, Pagefind's search is WebAssembly, Monaco writes style elements and starts workers from
 * blobs. Strict-Transport-Security is for whoever terminates TLS in front of this server.
 */
export const securityHeaders = () =>
  secureHeaders({
    contentSecurityPolicy: {
      defaultSrc: ["'self'"],
      scriptSrc: ["'self'", "'unsafe-inline'", "'wasm-unsafe-eval'"],
      styleSrc: ["'self'", "'unsafe-inline'"],
      imgSrc: ["'self'", 'data:'],
      fontSrc: ["'self'", 'data:'],
      workerSrc: ["'self'", 'blob:'],
      objectSrc: ["'none'"],
      baseUri: ["'self'"],
      formAction: ["'self'"],
      frameAncestors: ["'self'"],
    },
    referrerPolicy: 'strict-origin-when-cross-origin',
    strictTransportSecurity: false,
    // frame-ancestors says the same, and can be widened for a page that is meant to be embedded.
    xFrameOptions: false,
    crossOriginResourcePolicy: false,
  });
