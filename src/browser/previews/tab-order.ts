/**
 * A card stands right after its link in the order of focus, wherever it stands in the page.
 */
import type { Card } from './card.ts';

/** Take a Tab that leads into a card or out of one. */
export function takeTab(event: KeyboardEvent, cards: readonly Card[]): void {
  const around = (at: Element | null): Card | undefined => cards.find(({ element }) => element.contains(at));
  const at = document.activeElement;
  const entered = event.shiftKey ? undefined : cards.find(({ link }) => link === at)?.stops[0];
  let inside = around(at);
  const back = event.shiftKey && inside?.link.isConnected && at === inside.stops[0] ? inside.link : undefined;
  if (entered ?? back) {
    event.preventDefault();
    (entered ?? back)!.focus();
    return;
  }
  // From the last stop the browser goes on from the link: from that of the first card, where the link is the last stop of that.
  let from = at;
  while (!event.shiftKey && inside?.link.isConnected && from === inside.stops.at(-1)) {
    from = inside.link;
    inside.link.focus();
    inside = around(from);
  }
}
