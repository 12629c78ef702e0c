// Text of messages: paragraphs, lists, bold, and numbers and addresses as links. No other markup.

const FINDS = [
  "https:\\/\\/[^\\s<>\"*]*[^\\s<>\"*.,;:!?)']",
  "[\\w.+-]+@[\\w-]+(?:\\.[\\w-]+)+",
  "(?:[Tt]ext )?[A-Z]{2,12} to \\d{5,6}", // text SHOUT to 85258
  "[Tt]ext (?:07\\d{3} ?\\d{6}|\\d{5,6})",
  "(?:18001 ?)?(?:\\+44 ?|0)\\d(?:[ \\u00a0]?\\d){6,9}", // 18001: by text relay
  "116[ \\u00a0]?\\d{3}|18000|999|112|111|101|105|119",
].join("|");

function addressOf(found) {
  if (/^https:/.test(found)) return found;
  if (found.indexOf("@") > 0) return "mailto:" + found;
  return /[a-z]/i.test(found) ? smsAddress(found) : dial(found);
}

/** Whether what was found stands on its own: 999 does, the 101 of "£101", "1,101", "101%" and "101.5" does not. */
const standsAlone = (text, start, end) =>
  !/[\w£.,-]/.test(text.charAt(start - 1)) && !/^([\w%£]|[.,-]\w)/.test(text.slice(end));

/** `text` with addresses and numbers as links. */
function linked(text) {
  const out = document.createDocumentFragment();
  const finder = new RegExp(FINDS, "g");
  let done = 0;
  for (let match = finder.exec(text); match; match = finder.exec(text)) {
    if (!standsAlone(text, match.index, finder.lastIndex)) continue;
    out.append(text.slice(done, match.index), link(addressOf(match[0]), null, match[0]));
    done = finder.lastIndex;
  }
  out.append(text.slice(done));
  return out;
}

/** One line: what stood between ** and ** comes out at the odd places of the split. */
const inline = (line) => line.split(/\*\*(.+?)\*\*/).map((piece, i) => (i % 2 ? el("strong", null, linked(piece)) : linked(piece)));

/** @param {string} text @param {?string} [lang] where it is not English */
function prose(text, lang) {
  const out = el("div", Object.assign({ class: "prose" }, lang ? { lang: lang } : null));
  /** @type {?HTMLElement} */
  let open = null;
  // "**SHOUT** to **85258**" is one thing to press.
  text.replace(/\*\* to \*\*(?=\d)/g, " to ").split(/\r?\n/).forEach((line) => {
    const item = /^\s*(- |\d+\. )(.*)$/.exec(line);
    const tag = !item ? "P" : item[1] === "- " ? "UL" : "OL";
    if (!line.trim()) {
      open = null;
      return;
    }
    const again = open && open.tagName === tag;
    // `auto`: Arabic and Urdu run from the right by themselves, line by line.
    if (!again) out.append((open = el(tag, { dir: "auto" })));
    if (item) open.append(el("li", { dir: "auto" }, ...inline(item[2])));
    else open.append(...(again ? [el("br", null)] : []), ...inline(line));
  });
  return out;
}

/** The paragraphs of `text` as they are spoken: without the markup. */
const spoken = (text) => text.replace(/\*\*(.+?)\*\*/g, "$1").replace(/^\s*- /gm, "").split(/\n+/).filter((line) => line.trim());

/** What of a message is shown as text: where there are cards or a form, they say what the rest of the text says, and more. */
function shownText(/** @type {Message} */ message) {
  const text = message.text || "";
  if (message.question) return text.split("**" + message.question.legend + "**")[0];
  return (message.cards || []).length ? text.split(/^\s*- /m)[0] : text;
}
