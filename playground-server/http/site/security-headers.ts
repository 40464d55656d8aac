import { secureHeaders } from 'hono/secure-headers';

/**
 * What every answer says to browsers besides its Content-Security-Policy (content-policy.ts).
 * Strict-Transport-Security is for whoever terminates TLS in front of this server.
 */
export const securityHeaders = () =>
  secureHeaders({
    referrerPolicy: 'strict-origin-when-cross-origin',
    strictTransportSecurity: false,
    // No page of ours asks for any of these, nor may a page that it frames.
    permissionsPolicy: {
      camera: false,
      microphone: false,
      geolocation: false,
      payment: false,
      usb: false,
      serial: false,
      bluetooth: false,
    },
    // frame-ancestors says the same, and can be widened for a page that is made to be embedded.
    xFrameOptions: false,
    crossOriginResourcePolicy: false,
  });
