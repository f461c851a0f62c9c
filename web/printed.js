/**
 * News of a printed board stay while those that shall be drawn have not come: in `drawn`, the board as the page was printed,
 * a copy of the news printed stands in for what is drawn there now. Answers with what puts the drawn ones in their place;
 * null: one of the two has none.
 */
export function keepNews(drawn, printed) {
  const ours = drawn.querySelector('.news');
  const theirs = printed.querySelector('.news');
  if (!ours || !theirs) return null;
  ours.replaceWith(theirs.cloneNode(true));
  return () => theirs.replaceWith(ours);
}
