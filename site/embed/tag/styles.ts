/**
 * Inside the shadow root, where the page's styles do not apply and which leaves the page alone.
 * Room for a short example is reserved from the start, so that nothing jumps when the frame
 * arrives.
 */
export const styles = `
:host { display: block; position: relative; margin-block: 1em; min-block-size: 30rem; }
:host([hidden]) { display: none; }
iframe { display: block; box-sizing: border-box; inline-size: 100%; border: 0; }
.loading iframe { position: absolute; inset: 0 0 auto; block-size: 0; visibility: hidden; }
.shown slot { display: none; }
button {
  display: block; margin-block: 0.5em; padding: 0.4em 1em; border: 1px solid currentcolor;
  border-radius: 2px; background: none; color: inherit; font: inherit; cursor: pointer;
}
button:focus-visible { outline: 2px solid; outline-offset: 2px; }
@media print { .with-code slot { display: contents; } .with-code iframe, button { display: none; } }
`;
