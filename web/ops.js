/**
 * Applies what the core has drawn (wasm/core/view/ops.h) to a root. Names of elements and attributes come
 * by their place in the lists below, never as text, and every link is checked once more, so that even a
 * core gone wrong cannot make a script.
 */

const words = (text) => Object.freeze(text.trim().split(/\s+/));

// The order is that of markup/tags.cpp and view/names.cpp; tests/structure compares them. 0 is a text.
export const TAGS = words(`
  #text a abbr address article aside b bdi bdo blockquote br caption cite code col colgroup dd
  del details dfn div dl dt em figcaption figure footer h1 h2 h3 h4 h5 h6 header hr i img ins kbd
  li main mark nav ol p pre q s samp section small span strong sub summary sup table tbody td
  tfoot th thead time tr u ul var button form input label select option fieldset legend output
  svg path circle rect line g text
`);

export const ATTRIBUTES = words(`
  href src alt title width height colspan rowspan datetime cite lang dir start reversed value
  scope headers loading referrerpolicy rel class id role part type name for tabindex placeholder
  hidden open disabled selected checked translate target download autocomplete enterkeyhint
  spellcheck inputmode minlength maxlength data-action data-value data-state data-printed
  data-key aria-label aria-labelledby aria-describedby aria-current aria-expanded aria-pressed
  aria-controls aria-hidden aria-live aria-atomic aria-busy aria-selected aria-roledescription
  viewBox d x y x1 y1 x2 y2 cx cy r rx text-anchor preserveAspectRatio focusable
`);

export const OPS = words(`
  end create close text content attribute drop select insert remove clear
`);

const FIRST_SVG = TAGS.indexOf('svg');
const SVG = 'http://www.w3.org/2000/svg';
const SCHEMES = Object.freeze(['https:', 'http:', 'mailto:', 'tel:', 'geo:', 'blob:']);
const LINKS = Object.freeze(['href', 'src', 'cite']);

// Taken when the script is loaded: a page that clobbers or replaces them later changes nothing here.
const { createElement, createElementNS, createTextNode } = Document.prototype;
const { setAttribute, removeAttribute } = Element.prototype;

function isSafeLink(value) {
  try {
    return SCHEMES.includes(new URL(value, 'https://relative.invalid/').protocol);
  } catch {
    return false;
  }
}

function write(element, name, value) {
  if (LINKS.includes(name) && !isSafeLink(value)) return;
  setAttribute.call(element, name, value);
}

export class Painter {
  #root;
  #nodes = [];

  /** @param {Node} root what holds the board's own root element */
  constructor(root) {
    this.#root = root;
    this.#nodes[0] = root;
  }

  /** The element that the core knows by `id`. */
  node(id) {
    return this.#nodes[id];
  }

  /** The number of the element, 0 when it is none of ours. */
  idOf(element) {
    const id = this.#nodes.indexOf(element);
    return id > 0 ? id : 0;
  }

  /**
   * Goes on with `printed`, a child of `root`, in place of the same tree that was drawn so far, node by node. False:
   * it is not the same tree, down to the last attribute and text; then nothing has changed. What was drawn and has been taken
   * out since stays as it is.
   */
  adopt(root, printed) {
    const drawn = this.#root.firstChild;
    if (!drawn?.isEqualNode(printed)) return false;
    const ours = document.createTreeWalker(drawn, NodeFilter.SHOW_ELEMENT);
    const theirs = document.createTreeWalker(printed, NodeFilter.SHOW_ELEMENT);
    const twins = new Map([[drawn, printed]]);
    while (ours.nextNode()) twins.set(ours.currentNode, theirs.nextNode());
    this.#nodes = this.#nodes.map((node) => twins.get(node) ?? node);
    this.#nodes[0] = root;
    this.#root = root;
    return true;
  }

  /**
   * @param {Uint8Array} ops
   * @param {string} texts all texts of the batch, one behind the other
   */
  apply(ops, texts) {
    const nodes = this.#nodes;
    const path = [];
    let current = this.#root;
    let at = 0;
    let from = 0;
    const number = () => {
      let value = 0;
      for (let shift = 0; ; shift += 7) {
        const byte = ops[at++];
        value |= (byte & 127) << shift;
        if (byte < 128) return value;
      }
    };
    const text = () => texts.slice(from, (from += number()));
    while (at < ops.length) {
      switch (ops[at++]) {
        case 0:
          return;
        case 1: {
          const id = number();
          const tag = number();
          const made =
            tag < FIRST_SVG
              ? createElement.call(document, TAGS[tag])
              : createElementNS.call(document, SVG, TAGS[tag]);
          if (path.length > 0) current.appendChild(made);
          path.push(current);
          nodes[id] = made;
          current = made;
          break;
        }
        case 2:
          current = path.pop();
          break;
        case 3:
          current.appendChild(createTextNode.call(document, text()));
          break;
        case 4:
          current.textContent = text();
          break;
        case 5: {
          const name = ATTRIBUTES[number()];
          write(current, name, text());
          break;
        }
        case 6:
          removeAttribute.call(current, ATTRIBUTES[number()]);
          break;
        case 7:
          current = nodes[number()];
          break;
        case 8: {
          const node = nodes[number()];
          const before = number();
          current.insertBefore(node, before === 0 ? null : nodes[before]);
          break;
        }
        case 9:
          nodes[number()].remove();
          break;
        case 10:
          current.textContent = '';
          break;
        default:
          throw new RangeError('town-board: an operation that is none');
      }
    }
  }
}
