/** Copies a text, or shares a link of the page; true when the visitor is to be told so. */
export async function copyOrShare(value, share) {
  const text = share ? new URL(value, document.baseURI).href : value;
  try {
    if (share && navigator.share) {
      await navigator.share({ url: text });
      return false; // the browser has said so itself
    }
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false; // the visitor changed their mind, or the browser forbids it; nothing was promised yet
  }
}

/** Gives a text to the visitor as a file. */
export function download(text, name, type) {
  const url = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
}

const LINK = '#town-board:';

/** The article that the page's address names, "<feed>:<id>"; null: none. */
export function linkedArticle() {
  if (!location.hash.startsWith(LINK)) return null;
  const article = location.hash.slice(LINK.length);
  try {
    return decodeURIComponent(article);
  } catch {
    return article; // a lone % stands for itself
  }
}

/** Writes the open article into the page's address; '' takes it out. */
export function linkArticle(article) {
  const hash = article ? LINK + encodeURIComponent(article) : '';
  history.replaceState(history.state, '', location.pathname + location.search + hash);
}

/**
 * When the visitor was last shown the news of this site, in minutes since 1970, and from now on it is `now`; 0: never, or
 * the browser keeps nothing. It never leaves the device.
 */
export function lastVisit(site, now) {
  try {
    const key = `town-board ${site}`;
    const before = Number(localStorage.getItem(key));
    localStorage.setItem(key, now);
    return before;
  } catch {
    return 0;
  }
}
