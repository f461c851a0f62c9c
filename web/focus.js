const ABLE = 'a, button, input, select, summary, [tabindex]';

/** What has the focus in a root, with everything that may have it, in order; null: nothing. */
export function heldFocus(root) {
  const held = root.activeElement;
  return held && { held, places: [...root.querySelectorAll(ABLE)] };
}

/**
 * When a drawing has taken away what had the focus, the nearest thing before it gets it, else the first that is left:
 * a keyboard must not start again at the top of the page.
 */
export function keepFocus(root, focus) {
  if (!focus || root.activeElement) return;
  const before = focus.places.slice(0, focus.places.indexOf(focus.held)).reverse();
  const isThere = (one) => root.contains(one) && one.getClientRects().length > 0;
  [...before, ...root.querySelectorAll(ABLE)].find(isThere)?.focus({ preventScroll: true });
}
