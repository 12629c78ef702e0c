// What is always in reach: the message box, and the bar with a person, danger, keeping and leaving.

const MOST = 20000;
const COUNT_FROM = 18000;

/** @type {HTMLTextAreaElement} */
let input;
/** @type {HTMLElement} */
let form;
/** @type {HTMLElement} */
let send;
/** @type {HTMLElement} */
let count;
/** @type {HTMLElement} hidden until there is something to keep */
let keeping;
/** The open sheet, and the button that opened it. @type {HTMLElement[]} */
let sheet = [];

function closeSheet() {
  if (!sheet.length) return;
  sheet[0].hidden = true;
  sheet[1].setAttribute("aria-expanded", "false");
  sheet = [];
}

/** A button of the bar, and the sheet of numbers it opens. */
function sheetButton(key, cssClass, fill) {
  const shown = el("div", { class: "sheet", id: newId(), hidden: "", tabindex: "0", role: "group", "aria-label": labels[key] });
  const toggle = button({ class: cssClass, "aria-expanded": "false", "aria-controls": shown.id }, () => {
    const opens = shown.hidden;
    closeSheet();
    if (!opens) return;
    shown.textContent = "";
    shown.append(...fill());
    shown.hidden = false;
    toggle.setAttribute("aria-expanded", "true");
    sheet = [shown, toggle];
  }, labels[key]);
  return [toggle, shown];
}

/** The place's own number, or that of the nation or the UK; from the tab where the server is away. */
function personLines() {
  const person = start && start.person;
  if (!person || !person.phone) return [el("p", null, labels.personWithoutNumber)];
  return [
    el("p", { lang: CONTENT }, el("strong", null, person.name), person.open_now ? ": " + person.open_now : null),
    lineLink(dial(person.phone), person.name, labels.phone + " " + person.phone),
    person.hours ? el("p", { lang: CONTENT }, person.hours) : null,
    person.web ? lineLink(person.web, "", labels.website + " " + person.name) : null,
  ].filter(Boolean);
}

/** What to do in danger, in the words of the fixed replies. */
function dangerLines() {
  return start ? start.danger.map((each) => prose(each.text, CONTENT)) : [prose(labels.dangerWithoutNumbers)];
}

const talk = () => [
  ...personLines(),
  button({ class: "quiet" }, () => ask({ payload: '/ask{"topic": "contact_person"}' }, labels.talkToPerson), labels.morePeople),
];

/** What to keep opens in a tab of its own; the token goes in the form's body, so that no address holds it. */
function keepForm() {
  const session = el("input", { type: "hidden", name: "session" });
  const out = el("form", { action: SERVER + "/keep", method: "post", target: "_blank", rel: "noopener" },
    session, el("button", { type: "submit", class: "quiet" }, labels.keep));
  out.addEventListener("submit", () => session.setAttribute("value", state.session || ""));
  return out;
}

function buildBar(leaveHelp) {
  const [danger, dangerSheet] = sheetButton("inDanger", "alarm", dangerLines);
  const [person, personSheet] = sheetButton("talkToPerson", "quiet", talk);
  const leaving = button({ class: "quiet", "aria-describedby": leaveHelp }, leave, labels.leave);
  keeping = keepForm();
  const bar = el("div", { class: "bar", id: newId() }, el("div", null, danger), el("div", null, person), keeping, el("div", null, leaving));
  const unfold = button({ class: "unfold quiet", "aria-expanded": "false", "aria-controls": bar.id }, () => {
    const opens = bar.classList.toggle("unfolded");
    unfold.setAttribute("aria-expanded", String(opens));
    if (!opens) closeSheet();
  }, labels.more);
  const head = el("div", { class: "head" }, el("label", { for: "message" }, labels.yourMessage), unfold);
  return [head, bar, dangerSheet, personSheet];
}

function buildForm() {
  input = /** @type {HTMLTextAreaElement} */ (el("textarea", { id: "message", rows: "1", maxlength: String(MOST), autocomplete: "off",
    enterkeyhint: "send", "aria-describedby": "count", dir: "auto" }));
  count = el("p", { class: "soft", id: "count", hidden: "" });
  send = el("button", { type: "submit" }, labels.send);
  form = el("form", { class: "form" }, el("div", { class: "row" }, input, send), count);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    sendTyped();
  });
  input.addEventListener("keydown", onKey);
  input.addEventListener("input", fitInput);
  return form;
}

/** Enter sends, Shift and Enter makes a new line; an Enter that only accepts a suggestion of the keyboard does neither. */
function onKey(event) {
  if (event.key !== "Enter" || event.shiftKey || event.isComposing || event.keyCode === 229) return;
  event.preventDefault();
  sendTyped();
}

function setInput(text) {
  input.value = text;
  fitInput();
}

function fitInput() {
  const length = input.value.length;
  input.style.height = "auto";
  if (input.scrollHeight) input.style.height = input.scrollHeight + input.offsetHeight - input.clientHeight + "px";
  count.hidden = length < COUNT_FROM;
  count.textContent = count.hidden ? "" : length.toLocaleString(CONTENT) + " / " + MOST.toLocaleString(CONTENT);
}
