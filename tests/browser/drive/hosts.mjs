// Pages as municipal sites have them, each hard on a guest in its own way. All of them give the board the same room
// and the same font, so that it must look the same in each.

const FRAME = 'display: block; position: absolute; inset: 0 auto auto 0; width: 900px; margin: 0; padding: 0; border: 0; ' +
  'float: none; overflow: visible; background: #fff; font-family: "DejaVu Sans", sans-serif;';
const important = (style) => style.replaceAll(';', ' !important;');

// As the resets of Bootstrap and its kind do: everything a border box, pictures and tables restyled, links recoloured.
const FRAMEWORK = `
  *, ::before, ::after { box-sizing: border-box; border: 0 solid #dee2e6; }
  :root { --text: red; --line: red; --surface: red; --accent: red; --open: red; --muted: red; }
  body { margin: 0; font: 300 1.125rem/1.9 Georgia, serif; color: #a00; -webkit-text-size-adjust: 100%; }
  h1, h2, h3, h4 { margin: 0 0 .5rem; font-weight: 500; font-size: calc(1.3rem + 2vw); }
  p { margin: 0 0 16px; } img, svg, video { display: inline; vertical-align: middle; max-width: 30%; height: 40px; }
  table { width: 50%; caption-side: bottom; } th, td { padding: 2rem; text-align: right; background: yellow; }
  a { color: #0d6efd; } button, input { margin: 9px; font-family: monospace; -webkit-appearance: none; appearance: none; }
  [hidden] { display: none !important; } .card { float: left; } .status, .board, .item { display: none !important; }
  summary { display: list-item; } .bar { height: 100px; } .grid { display: block; } .now { opacity: 0; }`;

// What the libraries of 2008 did to the language, in our own words.
const OLD_LIBRARY = `
  window.$ = window.jQuery = function () { return document.getElementById.apply(document, arguments); };
  Array.prototype.each = function (action) { for (var i = 0; i < this.length; i++) action(this[i]); return this; };
  Array.prototype.contains = function (one) { return this.indexOf(one) >= 0; };
  Array.prototype.toJSON = function () { return '[' + this.join(', ') + ']'; };
  Array.prototype.entries = function () { return this.slice(); };
  Array.from = function (list) { return list ? Array.prototype.slice.call(list) : []; };
  String.prototype.toJSON = function () { return '"' + this + '"'; };
  String.prototype.startsWith = function (start) { return this.lastIndexOf(start, 0) === 0; };
  Object.prototype.isOurs = true;
  Element.prototype.show = function () { this.style.display = ''; return this; };
  Element.prototype.remove = function () { if (this.parentNode) this.parentNode.removeChild(this); return this; };
  window.name = 'main'; window.status = 'Welcome!';
  document.createElement = function (name) { return Document.prototype.createElement.call(document, name); };`;

/** name -> what is not as on a plain page: doctype, css, script, and the words around the board. */
export const hosts = {
  'all: unset': { css: '* { all: unset; } head, head * { display: none; } html, body { display: block; }' },
  'display: block': { css: '* { display: block; }' },
  'a small root font': { css: 'html { font-size: 62.5%; }' },
  'a huge root font': { css: 'html { font-size: 200%; } body { font-size: 2rem; line-height: 3; }' },
  'floating pictures': { css: 'img, svg, table, button, input, section, article { float: left; width: 100%; border: 9px solid red; }' },
  'a framework': { css: FRAMEWORK },
  'inherited styles': {
    css: `body { text-transform: uppercase; text-align: justify; text-indent: 3em; white-space: nowrap; font-style: italic;
      font-weight: 700; font-variant: small-caps; line-height: 3; word-break: break-all; text-shadow: 2px 2px red; color: red;
      list-style: square inside; border-spacing: 9px; caption-side: bottom; cursor: wait; hyphens: auto; quotes: none; }`,
  },
  'an old library in quirks mode': { doctype: '', script: OLD_LIBRARY },
  'a paragraph from an editor': { before: '<p style="margin: 16px 0; text-align: justify">', after: '</p>' },
  'a cell of a layout table': {
    doctype: '',
    css: 'td { text-align: center; vertical-align: top; color: green; font: bold 30px serif; white-space: nowrap; }',
    before: '<center><table border="0" cellpadding="0" cellspacing="0" width="900" height="2400"><tr><td><font size="5" color="red" face="DejaVu Sans">',
    after: '</font></td></tr></table></center>',
  },
};

/** The whole page; `board` are the attributes of its boards, one each. */
export function hostPage({ doctype = '<!doctype html>', css = '', script = '', before = '', after = '' }, boards) {
  const tags = boards.map((attributes) => `<town-board ${attributes}>Hours: Monday to Friday</town-board>`);
  return `${doctype}<html lang="en"><head><meta charset="utf-8"><title>Host</title><script src="/witness.js"></script>
    <script>${script}</script><style>${css}</style><script type="module" src="/townboard.js"></script></head>
    <body><div id="frame" style='${important(FRAME)}'>${before}${tags.join('')}${after}</div></body></html>`;
}
