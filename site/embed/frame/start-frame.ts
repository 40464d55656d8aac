import type { PlaygroundElement } from '../../playground/view/playground-element.ts';
import { createWords } from '../../words/words.ts';
import type { Strings } from '../../words/words.ts';
import { EmbedFrame } from './embed-frame.ts';
import { snippetOfAddress } from './snippet-of-address.ts';
import { stayInFrame } from './stay-in-frame.ts';

const strings = JSON.parse(document.getElementById('embed-strings')!.textContent) as Strings;
const frame = new EmbedFrame(createWords(document.documentElement.lang, strings));
const ofExample = document.querySelector<PlaygroundElement>('live-man-playground');

stayInFrame();
if (ofExample) frame.begin(ofExample);
else frame.beginWith(await snippetOfAddress(location));
