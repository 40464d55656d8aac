import { styleSheet } from './style-sheet.ts';

/**
 * Inside the shadow root, where the page's styles do not apply and which leaves the page alone. Room
 * for the frame is kept while it loads, so that nothing jumps when it arrives. It stands in the flow
 * from the start: a browser that anchors the reader's place would not for one that enters it.
 */
export const tagStyles = styleSheet(`:host{display:block;margin-block:1em}\
.loading{min-block-size:var(--room)}\
iframe{display:block;inline-size:100%;border:0}\
:not(.shown)>iframe{block-size:0;visibility:hidden}\
button{display:block;font:inherit}\
@media screen{.whole slot{display:none}}\
@media print{.with-code iframe,button{display:none}}`);
