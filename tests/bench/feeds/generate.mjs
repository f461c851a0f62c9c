// News feeds as towns publish them, the same at every run: RSS 2.0 with descriptions, whole articles in CDATA, pictures,
// enclosures and categories; two thirds of the words are Cyrillic, two thirds of the bytes HTML.
const RUSSIAN = `вода отключение улица ремонт школа совет жители график приём дорога парк площадь праздник концерт библиотека
  автобус маршрут остановка бюджет мост отопление субботник сад музей выставка футбол собрание услуги справка очередь
  администрация благоустройство водоканал подписание договор участок строительство Центральная Лесная Садовая`.split(/\s+/);
const ENGLISH = `water street repair school council residents schedule road park festival library bus route budget bridge
  heating garden museum exhibition meeting services works application planning market holiday emergency`.split(/\s+/);

/** Numbers below `n` from a seed. Rule: Lehmer, multiplier 48271. */
function numbers(seed) {
  let state = seed;
  return (n) => {
    state = (state * 48271) % 2147483647;
    return state % n;
  };
}

const escaped = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

class Writer {
  constructor(seed) {
    this.below = numbers(seed);
  }

  one(list) {
    return list[this.below(list.length)];
  }

  sentence(words) {
    const text = Array.from({ length: words }, () => this.one(this.words)).join(' ');
    return text[0].toUpperCase() + text.slice(1) + this.one(['.', '.', '!', ' — 50 %.', ' «Центр» & Co.', ' (до 18:00).']);
  }

  paragraph() {
    return Array.from({ length: 2 + this.below(3) }, () => this.sentence(6 + this.below(12))).join(' ');
  }

  block(id) {
    const text = escaped(this.sentence(6));
    const blocks = [
      `<ul><li>${text}</li><li>${escaped(this.sentence(4))}</li></ul>`,
      `<figure><img src="/files/${id}.jpg?v=${this.below(999)}" width="800" height="450" alt="${text.replaceAll('"', '')}"
        srcset="/files/${id}-400.jpg 400w, /files/${id}-800.jpg 800w" style="max-width:100%"/><figcaption>${text}</figcaption></figure>`,
      `<h3>${text}</h3>`,
      `<blockquote><p><em>${text}</em></p></blockquote>`,
      `<table border="1"><tbody><tr><td>${this.one(this.words)}</td><td>${this.below(100)}</td></tr></tbody></table>`,
      '<iframe src="https://video.example/embed/7" allowfullscreen></iframe>',
      '<script>window.dataLayer=window.dataLayer||[];</script>',
      '<img src="https://pixel.example/t.gif" width="1" height="1">',
      `<div onclick="x()" style="color:#333" class="note">${text}</div><br /><br />`,
    ];
    const paragraph = `<p>${escaped(this.paragraph())}&nbsp;&mdash; <a href="/news/${this.below(9999)}?a=1&amp;b=2" target="_blank">${this.one(this.words)}</a></p>`;
    return this.below(2) === 0 ? paragraph : blocks[this.below(blocks.length)];
  }

  article(id, bytes) {
    let html = '';
    for (let size = 0; size < bytes; ) {
      const block = `${this.block(id)}\n`;
      size += Buffer.byteLength(block);
      html += block;
    }
    return html;
  }

  item(number) {
    this.words = this.below(3) === 0 ? ENGLISH : RUSSIAN;
    const id = 100_000 + number;
    const at = new Date(Date.UTC(2026, 9, 1, 12) - number * 3_600_000).toUTCString().replace('GMT', '+0300');
    return `<item>
  <title>${escaped(this.sentence(7))}</title>
  <link>https://town.example/news/${id}?utm_source=rss&amp;utm_medium=feed</link>
  <guid isPermaLink="false">${id} at https://town.example</guid>
  <pubDate>${at}</pubDate>
  <dc:creator><![CDATA[${this.one(['Пресс-служба', 'Press Office', 'Анна Ковалёва'])}]]></dc:creator>
  <category>${this.one(this.words)}</category><category>${this.one(this.words)}</category>
  <description>${escaped(`<p>${escaped(this.sentence(14))}</p>`)}</description>
  <content:encoded><![CDATA[${this.article(id, 1000 + this.below(2000))}]]></content:encoded>
  <media:content url="https://town.example/files/${id}.jpg" medium="image" type="image/jpeg"/>
  <enclosure url="https://town.example/files/${id}.jpg" length="12345" type="image/jpeg"/>
</item>
`;
  }
}

/** A feed of `count` items as text. */
export function rss(count) {
  const writer = new Writer(4660 + count);
  const items = Array.from({ length: count }, (_, number) => writer.item(number)).join('');
  return `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:media="http://search.yahoo.com/mrss/">
<channel><title>Новости города</title><link>https://town.example/</link><description>Последние новости &amp; объявления</description>
<language>ru</language>
${items}</channel></rss>`;
}
