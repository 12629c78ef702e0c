// The frame around the conversation: a launcher and a dialog in somebody's page, or a whole page of its own.

/** Lower than this, in em, only the box and one button stay put, and all else scrolls: 400 % zoom, a phone on its side. */
const LOW_EM = 28;

/** @type {HTMLElement} */
let frame;
/** @type {HTMLElement} */
let launcher;
/** @type {HTMLElement} */
let panel;
/** @type {HTMLElement} what scrolls, unless the window is low */
let log;
/** @type {HTMLElement} */
let intro;
/** @type {HTMLElement} */
let composer;
/** @type {HTMLElement} */
let problem;

function build() {
  const given = host.dataset;
  const title = given.title || labels.title;
  const leaveHelp = newId();
  live = el("div", { class: "unseen", role: "status" });
  list = el("ol", { class: "turns", role: "list", lang: CONTENT });
  intro = el("div", { class: "intro" });
  problem = el("div", { class: "problem", hidden: "" });
  log = el("div", { class: "log", tabindex: "0", role: "group", "aria-label": labels.conversation },
    intro, el("p", { class: "keys", id: leaveHelp }, labels.leaveHelp), list, problem);
  composer = el("div", { class: "composer" }, ...buildBar(leaveHelp), buildForm());
  panel = el(isPage ? "main" : "div",
    Object.assign({ class: "panel" }, isPage ? null : { role: "dialog", "aria-labelledby": "title", tabindex: "-1", hidden: "" }),
    button({ class: "skip" }, () => input.focus(), labels.toMessage), buildTop(title), log, composer);
  launcher = button({ class: "launcher", "aria-haspopup": "dialog" }, () => open(true), given.launcher || labels.launcher);
  launcher.hidden = isPage;
  frame = el(isPage ? "div" : "section",
    Object.assign({ class: "frame", lang: labels.lang, dir: "ltr", "data-side": given.position === "left" ? "left" : "right",
      "data-scheme": given.scheme || "auto", "data-kind": isPage ? "page" : "dialog" }, isPage ? null : { "aria-label": title }),
    launcher, panel, live);
  paint(given.colour || "");
}

function buildTop(title) {
  return el("div", { class: "top" },
    el("div", null, el(heading(1), { id: "title" }, title), isPage ? el("p", null, labels.tagline) : null),
    button(null, startAgain, labels.startAgain),
    isPage ? null : button(null, close, labels.close));
}

/** The one line of privacy before the first question, and where to read more. */
function fillIntro() {
  const own = (path, words) => el("a", { href: SERVER + path, class: "line" }, words);
  intro.textContent = "";
  intro.append(el("p", { lang: CONTENT }, start.privacy),
    el("p", null, own(start.about_url, labels.about), " ", own(start.plain_url, labels.plain)));
}

/** Any colour will do: its text is black or white, whichever can be read on it. */
function paint(colour) {
  if (!/^#[\da-f]{6}$/i.test(colour)) return;
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const part = parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.03928 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
  });
  const isLight = 0.2126 * red + 0.7152 * green + 0.0722 * blue > 0.179;
  frame.style.setProperty("--brand", colour);
  frame.style.setProperty("--on-brand", isLight ? "#000" : "#fff");
}

const isOpen = () => !panel.hidden;

/** @param {boolean} byHand whether somebody pressed the launcher: only then the focus moves */
function open(byHand) {
  panel.hidden = false;
  launcher.hidden = true;
  fit();
  fitInput();
  if (byHand) {
    state.open = true;
    save();
    panel.focus();
  }
  begin(byHand);
}

function close() {
  stopReading();
  panel.hidden = true;
  launcher.hidden = false;
  state.open = false;
  save();
  launcher.focus();
}

/** Fill what can be seen: above the keyboard of a phone, and whole at any zoom. */
function fit() {
  const seen = window.visualViewport;
  if (seen && seen.scale > 1.01) return; // enlarged by two fingers: the reader moves about in it
  const height = seen ? seen.height : window.innerHeight;
  frame.style.setProperty("--height", height + "px");
  frame.style.setProperty("--top", (seen ? seen.offsetTop : 0) + "px");
  frame.classList.toggle("low", height < LOW_EM * parseFloat(getComputedStyle(frame).fontSize));
}

/** Scroll so that `node` is seen: its beginning, or its end. Never the page behind. */
function show(node, end) {
  const isLow = frame.classList.contains("low");
  const scroller = isLow ? panel : log;
  const box = node.getBoundingClientRect();
  const top = scroller.getBoundingClientRect().top;
  scroller.scrollTop += end ? box.bottom - composer.getBoundingClientRect().top + 8 : box.top - top - 8;
}
