import { secureHeaders } from 'hono/secure-headers';

/**
 * The security headers of every answer, except its Content-Security-Policy (content-policy.ts).
 * Strict-Transport-Security is up to whatever terminates TLS in front of this server.
 */
export const securityHeaders = () =>
  secureHeaders({
    referrerPolicy: 'strict-origin-when-cross-origin',
    strictTransportSecurity: false,
    // Our pages ask for none of these, and neither may pages that they frame. Only features that
    // browsers know: of any other, Chromium warns on every page.
    permissionsPolicy: {
      camera: false,
      microphone: false,
      geolocation: false,
      payment: false,
      usb: false,
      serial: false,
    },
    // frame-ancestors says the same, and can be relaxed for embeddable pages.
    xFrameOptions: false,
    crossOriginResourcePolicy: false,
  });
