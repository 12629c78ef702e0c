// Nodes. Text goes in as text: nothing, from anywhere, is parsed as HTML.

/**
 * @param {string} tag
 * @param {?Object<string, string>} attributes
 * @param {...(Node|string|null|undefined)} children those that are empty are left out
 * @returns {HTMLElement}
 */
function el(tag, attributes, ...children) {
  const node = document.createElement(tag);
  Object.keys(attributes || {}).forEach((name) => node.setAttribute(name, attributes[name]));
  node.append(...children.filter(Boolean));
  return node;
}

let ids = 0;
const newId = () => "w" + ++ids;

const unseen = (...words) => el("span", { class: "unseen" }, ...words);

/** A label amid English text, marked with its own language. */
const word = (key) => (/^en/.test(labels.lang) ? labels[key] : el("span", { lang: labels.lang }, labels[key]));

/** @param {?Object<string, string>} attributes @param {(event: Event) => void} press @param {...(Node|string)} words */
function button(attributes, press, ...words) {
  const node = el("button", Object.assign({ type: "button" }, attributes), ...words);
  node.addEventListener("click", press);
  return node;
}

/** A link, or only its words where the address is of a kind we do not open (such as `javascript:`). */
function link(href, attributes, ...words) {
  if (!/^(https:\/\/|tel:|mailto:|sms:)/i.test(href)) return el("span", null, ...words);
  return el("a", Object.assign({ href: href, rel: "noreferrer" }, attributes), ...words);
}

/** A link on a line of its own. The name of the service is heard too: "Ring" alone says nothing out of context. */
const lineLink = (href, name, ...words) =>
  el("p", null, link(href, { class: /^tel:/.test(href) ? "call" : "line" }, ...words, name ? unseen(", " + name) : null));

/** "01382 200422 (option 2)" rings 01382200422. */
const dial = (/** @type {string} */ number) => "tel:" + number.split("(")[0].replace(/[^\d+]/g, "");

/** For "85258", "85258 (text SHOUT)", "SHOUT to 85258". `?&body=` is the form that both Android and iOS read. */
function smsAddress(words) {
  const found = /^([\d ]+)(?:\(text (.+)\))?$/.exec(words.replace(/^(?:text )?(.+) to ([\d ]+)$/i, "$2(text $1)").replace(/^text /i, ""));
  return found ? "sms:" + found[1].replace(/ /g, "") + (found[2] ? "?&body=" + encodeURIComponent(found[2]) : "") : "";
}

/** A sentence that opens on demand. */
const more = (/** @type {Node} */ title, ...children) => el("details", null, el("summary", null, title), ...children);
