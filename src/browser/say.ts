/**
 * A word to the reader: seen at the foot of the window until the next key or click, and heard once.
 */
import { element } from './dialog.ts';

let line: HTMLElement | undefined;

/** Say something. @param seen whether it shows, or is for those who listen alone */
export function say(words: string, seen = true): void {
  line ??= document.body.appendChild(element('p', { className: 'said', role: 'status' }));
  line.textContent = '';
  line.classList.toggle('heard', !seen);
  removeEventListener('keydown', hush);
  removeEventListener('pointerdown', hush);
  // A status is heard when it changes, so it stands there first.
  setTimeout(() => {
    line!.textContent = words;
    addEventListener('keydown', hush);
    addEventListener('pointerdown', hush);
  }, 100);
}

function hush(): void {
  line!.textContent = '';
}
