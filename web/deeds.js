/** Copies or shares; true when the visitor is to be told so. */
export async function copyOrShare(value, share) {
  try {
    if (share && navigator.share) {
      await navigator.share({ url: value });
      return false; // the browser has said so itself
    }
    await navigator.clipboard.writeText(value);
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
