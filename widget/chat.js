/**
 * The chat on Waymark's page: draws the conversation, sends messages, and keeps both through a reload.
 *
 * Every word comes from the server (`#waymark-data`, `#waymark-welcome`). Nothing is ever parsed as HTML. The syntax
 * stays within what phones of about 2018 understand: no `?.`, no `??`, no lookbehind (one of them would stop the whole file).
 */
(function () {
  "use strict";

  /**
   * @typedef {{title: string, payload: string}} Choice
   * @typedef {{id: string, name: string, organisation: ?string, summary: ?string, why: ?string, phone: ?string, sms: ?string,
   *   relay: ?string, bsl: ?string, email: ?string, web: ?string, hours: ?string, open_now: ?boolean, cost: ?string,
   *   checked_on: ?string}} Card
   * @typedef {{text: string, buttons?: Choice[], cards?: Card[]}} Message
   * @typedef {{who: "you", text: string}} YourTurn
   * @typedef {{who: "bot", messages: Message[], closed?: boolean, chosen?: ?string}} BotTurn
   * @typedef {{text?: string, payload?: string}} Request
   */

  const STORE = "waymark-conversation";
  const TIMEOUT_MS = 15000;
  /** A reply quicker than this is not preceded by a spoken "is writing", which it would only cut off. */
  const SPEAK_WRITING_AFTER_MS = 500;
  /** The spoken copy of a reply goes after this, or a screen reader would find every reply twice. */
  const FORGET_SPOKEN_MS = 10000;
  const COUNT_FROM = 18000;

  const byId = (/** @type {string} */ id) => document.getElementById(id);
  const readJson = (/** @type {string} */ id) => JSON.parse(byId(id).textContent);
  const { labels, person } = readJson("waymark-data");
  const list = byId("conversation");
  const problem = byId("problem");
  const live = byId("live");
  const form = byId("form");
  const input = /** @type {HTMLTextAreaElement} */ (byId("message"));

  /** @type {{session: ?string, turns: (YourTurn|BotTurn)[], draft: string}} */
  let state = fresh();
  /** Counts requests, so that a reply to one given up (timed out, or started again) is dropped. */
  let current = 0;
  let busy = false;
  let cardsDrawn = 0;
  let speaking = 0;

  // ---- Building nodes

  /** @returns {HTMLElement} `tag` with attributes and children; empty children are left out. */
  function el(tag, attributes, ...children) {
    const node = document.createElement(tag);
    Object.keys(attributes || {}).forEach((name) => node.setAttribute(name, attributes[name]));
    node.append(...children.filter((child) => child !== null && child !== undefined && child !== ""));
    return node;
  }

  const unseen = (/** @type {string} */ words) => el("span", { class: "unseen" }, words);

  /** A link, or only its words where the address is of a kind we do not open (such as `javascript:`). */
  function link(href, attributes, ...words) {
    if (!/^(https?:\/\/|tel:|mailto:|sms:)/i.test(href)) return el("span", null, ...words);
    return el("a", Object.assign({ href: href }, attributes), ...words);
  }

  const dial = (/** @type {string} */ number) => "tel:" + number.replace(/[^\d+]/g, "");

  /** `sms:` for "85258", "SHOUT to 85258" or "text SHOUT to 85258". `?&body=` is the form both Android and iOS read. */
  function smsAddress(words) {
    const found = /^(?:text )?(?:(.+) to )?([\d ]+)$/i.exec(words.trim());
    if (!found) return "";
    return "sms:" + found[2].replace(/ /g, "") + (found[1] ? "?&body=" + encodeURIComponent(found[1]) : "");
  }

  // ---- Text: paragraphs, lists, bold, and numbers as links

  const FINDS = [
    "https?:\\/\\/[^\\s<>\"*]*[^\\s<>\"*.,;:!?)']",
    "[\\w.+-]+@[\\w-]+(?:\\.[\\w-]+)+",
    "(?:[Tt]ext )?[A-Z]{2,12} to \\d{5,6}", // text SHOUT to 85258
    "[Tt]ext (?:07\\d{3} ?\\d{6}|\\d{5,6})",
    "(?:18001 ?)?(?:\\+44 ?|0)\\d(?:[ \\u00a0]?\\d){6,9}", // 18001: by text relay
    "116[ \\u00a0]?\\d{3}|18000|999|112|111|101|105|119",
  ].join("|");

  function addressOf(found) {
    if (/^https?:/.test(found)) return found;
    if (found.indexOf("@") > 0) return "mailto:" + found;
    return /[a-z]/i.test(found) ? smsAddress(found) : dial(found);
  }

  /** Whether `found` stands on its own: 999 does, the 101 of "£101", "1,101", "101%" and "101.5" does not. */
  function standsAlone(text, start, end) {
    return !/[\w£.,-]/.test(text.charAt(start - 1)) && !/^([\w%£]|[.,-]\w)/.test(text.slice(end));
  }

  /** @returns {DocumentFragment} `text` with addresses and numbers as links. */
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

  /** @returns {Node[]} one line: what stood between ** and ** comes out at the odd places of the split. */
  function inline(line) {
    return line.split(/\*\*(.+?)\*\*/).map((piece, i) => (i % 2 ? el("strong", null, linked(piece)) : linked(piece)));
  }

  /** @returns {HTMLElement} paragraphs and lists of a message's `text`. */
  function prose(text) {
    const out = el("div", { class: "prose" });
    /** @type {?HTMLElement} */
    let open = null;
    (text || "").split(/\r?\n/).forEach((line) => {
      const item = /^\s*- (.*)$/.exec(line);
      const tag = item ? "UL" : "P";
      if (!line.trim()) {
        open = null;
        return;
      }
      const again = open !== null && open.tagName === tag;
      if (!again) out.append((open = el(tag)));
      if (item) open.append(el("li", null, ...inline(item[1])));
      else open.append(...(again ? [el("br")] : []), ...inline(line));
    });
    return out;
  }

  /** The words before the list: where there are cards, they say what the list says, and more. */
  const beforeList = (/** @type {string} */ text) => text.split(/^\s*- /m)[0];

  /** @returns {string[]} the paragraphs of `text` for speaking: without the markup. */
  const spoken = (/** @type {string} */ text) =>
    (text || "").replace(/\*\*(.+?)\*\*/g, "$1").replace(/^\s*- /gm, "").split(/\n+/).filter((line) => line.trim());

  // ---- Cards

  /** "Cost: free"; null without a value, so that a card shows only what is known. */
  const line = (label, value) =>
    value ? el("p", null, ...(label ? [el("strong", null, label + ":"), " "] : []), linked(value)) : null;

  /** A link on a line of its own; the name of the service is heard, as "Phone" alone says nothing out of context. */
  const lineLink = (href, words, name, cssClass) =>
    el("p", null, link(href, { class: cssClass || "line-link" }, words, name ? unseen(", " + name) : ""));

  function hoursLine(card) {
    const known = card.open_now === true || card.open_now === false;
    const now = known ? el("span", { class: "open-now" }, card.open_now ? labels.openNow : labels.closedNow) : null;
    if (!card.hours) return now ? el("p", null, now) : null;
    const hours = line(labels.hours, card.hours);
    hours.append(...(now ? [" · ", now] : []));
    return hours;
  }

  /** @param {string} isoDate such as 2026-11-21, read as a date without a clock: no time zone may shift it. */
  function longDate(isoDate) {
    const date = new Date(isoDate.slice(0, 10) + "T00:00:00Z");
    if (isNaN(date.getTime())) return isoDate;
    return date.toLocaleDateString("en-GB", { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });
  }

  /** @param {Card} card */
  function drawCard(card) {
    const id = "card-" + ++cardsDrawn;
    const name = card.name;
    const sameName = !card.organisation || name.indexOf(card.organisation) >= 0;
    return el(
      "article",
      { class: "card", "aria-labelledby": id },
      el("h3", { id: id }, name),
      sameName ? null : el("p", { class: "organisation" }, card.organisation),
      card.summary ? el("p", null, linked(card.summary)) : null,
      line(labels.why, card.why),
      card.phone ? lineLink(dial(card.phone), labels.phone + " " + card.phone, name, "call") : null,
      card.sms ? lineLink(smsAddress(card.sms), labels.text + " " + card.sms.replace(/^text /i, ""), name) : null,
      line(labels.relay, card.relay),
      line(labels.bsl, card.bsl),
      hoursLine(card),
      line(labels.cost, card.cost),
      card.email ? lineLink("mailto:" + card.email, labels.email + " " + card.email, name) : null,
      card.web ? lineLink(card.web, labels.website + " " + name, "") : null,
      card.checked_on ? el("p", { class: "checked" }, labels.checked + " " + longDate(card.checked_on)) : null
    );
  }

  // ---- Turns

  /** @param {BotTurn} turn @param {Choice} choice */
  function drawChoice(turn, choice) {
    const chosen = turn.closed && turn.chosen === choice.payload;
    const button = el("button", { type: "button" }, choice.title, chosen ? " (" + labels.chosen + ")" : "");
    if (chosen) button.setAttribute("aria-pressed", "true");
    /** @type {HTMLButtonElement} */ (button).disabled = Boolean(turn.closed);
    button.addEventListener("click", () => ask({ payload: choice.payload }, choice.title));
    return button;
  }

  /** @param {BotTurn} turn @param {Message} message */
  function drawMessage(turn, message) {
    const out = document.createDocumentFragment();
    const choices = (message.buttons || []).map((choice) => drawChoice(turn, choice));
    const cards = message.cards || [];
    out.append(prose(cards.length ? beforeList(message.text) : message.text), ...cards.map(drawCard));
    if (choices.length) out.append(el("div", { class: "choices" }, ...choices));
    return out;
  }

  /** @param {YourTurn|BotTurn} turn */
  function drawTurn(turn) {
    if (turn.who === "you") return el("li", { class: "you", tabindex: "-1" }, el("h2", { class: "unseen" }, labels.you), turn.text);
    return el("li", { class: "bot" }, el("h2", { class: "unseen" }, labels.bot), ...turn.messages.map((m) => drawMessage(turn, m)));
  }

  function drawWriting() {
    const dots = el("span", { class: "dots", "aria-hidden": "true" }, el("span", null, "."), el("span", null, "."), el("span", null, "."));
    return el("li", { class: "bot", id: "writing" }, el("p", null, labels.writing, dots));
  }

  /** What to keep opens in a tab of its own; the token goes in the form's body, so that no address holds it. */
  function offerKeep() {
    byId("keep").hidden = !state.session;
    /** @type {HTMLInputElement} */ (byId("keep-session")).value = state.session || "";
  }

  function drawAll() {
    offerKeep();
    list.textContent = "";
    list.append(...state.turns.map(drawTurn));
  }

  // ---- Speaking: the one live region

  /** Have a screen reader say `lines` once. What waits to be said is replaced, never queued. */
  function say(lines, afterMs) {
    clearTimeout(speaking);
    live.textContent = "";
    speaking = setTimeout(() => {
      live.append(...lines.map((words) => el("p", null, words)));
      speaking = setTimeout(() => (live.textContent = ""), FORGET_SPOKEN_MS);
    }, afterMs || 50);
  }

  /** The words, then names and numbers of the cards, then the choices: the rest is there to be read at leisure. */
  function sayTurn(turn) {
    const lines = [labels.bot];
    turn.messages.forEach((message) => {
      lines.push(...spoken((message.cards || []).length ? beforeList(message.text) : message.text));
      (message.cards || []).forEach((card) => lines.push(card.name + (card.phone ? ". " + labels.phone + " " + card.phone : "")));
      (message.buttons || []).forEach((choice) => lines.push(choice.title));
    });
    say(lines);
  }

  // ---- Keeping the conversation through a reload

  function fresh() {
    return { session: null, turns: [{ who: "bot", messages: [readJson("waymark-welcome")] }], draft: "" };
  }

  /** Storage may be full or forbidden, or hold what we cannot read; the chat then works all the same, only forgetfully. */
  function storage(/** @type {() => *} */ use) {
    try {
      return use();
    } catch (error) {
      return null;
    }
  }

  const save = () => storage(() => sessionStorage.setItem(STORE, JSON.stringify(state)));

  /** @returns {boolean} whether a conversation was there to go on with */
  function restore() {
    const kept = storage(() => JSON.parse(sessionStorage.getItem(STORE)));
    if (!kept || !Array.isArray(kept.turns)) return false;
    state = kept;
    return kept.turns.length > 1;
  }

  // ---- When things fail

  function personLines() {
    if (!person || !person.phone) return [];
    const number = link(dial(person.phone), { class: "call" }, labels.phone + " " + person.phone, unseen(", " + person.name));
    return [el("p", null, el("strong", null, person.name)), el("p", null, number), person.hours ? el("p", null, person.hours) : null];
  }

  /** @param {string} words @param {() => void} [again] what "Send again" does */
  function showProblem(words, again) {
    const button = again ? el("button", { type: "button", id: "send-again" }, labels.sendAgain) : null;
    if (button) button.addEventListener("click", again);
    problem.textContent = "";
    problem.append(...[el("p", null, words), ...personLines(), button].filter(Boolean));
    problem.hidden = false;
    say([words, person ? person.name + ". " + labels.phone + " " + person.phone : "", again ? labels.sendAgain : ""]);
  }

  // ---- Sending

  /** @param {Request} request @returns {Promise<{session: string, messages: Message[]}>} */
  async function post(request) {
    const headers = { "Content-Type": "application/json", Accept: "application/json" };
    const body = JSON.stringify(Object.assign(state.session ? { session: state.session } : {}, request));
    const response = await fetch("/api/messages", { method: "POST", headers: headers, body: body });
    const answer = await response.json();
    if (response.ok && Array.isArray(answer.messages)) return answer;
    // `forPeople`: only a sentence the server wrote to be read is shown, never a browser's own error.
    throw Object.assign(new Error("refused"), { forPeople: answer.detail });
  }

  const timeout = () => new Promise((_, reject) => setTimeout(() => reject(new Error("timeout")), TIMEOUT_MS));

  function setBusy(value) {
    const send = byId("send");
    busy = value;
    send.textContent = value ? labels.sending : labels.send;
    // Not `disabled`: that would throw the focus of keyboard and screen reader users back to the top.
    [send, byId("talk")].forEach((button) => button.setAttribute("aria-disabled", String(value)));
    if (byId("writing")) byId("writing").remove();
    if (value) list.append(drawWriting());
  }

  /** Close (or, if sending failed, open again) the choices of the last turn, and show them so. */
  function closeChoices(turn, node, closed, payload) {
    turn.closed = closed;
    turn.chosen = payload || null;
    node.replaceWith(drawTurn(turn));
  }

  /**
   * Send one message and show the reply.
   * @param {Request} request
   * @param {string} shown what stands under "You said"
   * @param {boolean} [typed] whether it comes from the input, and goes back there if it cannot be sent
   */
  async function ask(request, shown, typed) {
    if (busy) return;
    const mine = ++current;
    const offered = /** @type {BotTurn} */ (state.turns[state.turns.length - 1]);
    const you = drawTurn({ who: "you", text: shown });
    closeChoices(offered, list.lastElementChild, true, request.payload);
    list.append(you);
    problem.hidden = true;
    setBusy(true);
    say([labels.writing], SPEAK_WRITING_AFTER_MS);
    // A pressed choice can no longer hold the focus; from here, Tab leads into the reply.
    if (!form.contains(document.activeElement)) you.focus();
    byId("writing").scrollIntoView(false);
    try {
      const answer = await Promise.race([post(request), timeout()]);
      if (mine === current) accept(answer, shown, you);
    } catch (error) {
      if (mine === current) giveBack(error, request, shown, typed, you, offered);
    }
  }

  function accept(answer, shown, you) {
    const turn = /** @type {BotTurn} */ ({ who: "bot", messages: answer.messages });
    setBusy(false);
    state.session = answer.session || state.session;
    state.draft = input.value;
    state.turns.push({ who: "you", text: shown }, turn);
    offerKeep();
    save();
    list.append(drawTurn(turn));
    sayTurn(turn);
    // The start of a long reply matters more than its end.
    you.scrollIntoView(true);
  }

  function giveBack(error, request, shown, typed, you, offered) {
    setBusy(false);
    const lostFocus = you === document.activeElement;
    you.remove();
    closeChoices(offered, list.lastElementChild, false);
    if (typed) setInput([shown, input.value].filter(Boolean).join("\n"));
    const words = navigator.onLine === false ? labels.offline : error.forPeople || labels.problem;
    showProblem(words, typed ? sendTyped : () => ask(request, shown));
    if (lostFocus) byId("send-again").focus();
    problem.scrollIntoView(false);
  }

  function sendTyped() {
    const text = input.value.trim();
    if (busy) return;
    if (!text) return input.focus();
    // Kept until the reply is there: a reload while waiting must not lose what someone took long to write.
    state.draft = text;
    save();
    setInput("");
    ask({ text: text }, text, true);
  }

  function startAgain() {
    current += 1;
    setBusy(false);
    problem.hidden = true;
    storage(() => sessionStorage.removeItem(STORE));
    state = fresh();
    setInput("");
    drawAll();
    window.scrollTo(0, 0);
    sayTurn(state.turns[0]);
  }

  // ---- The input and the page

  function setInput(text) {
    input.value = text;
    fitInput();
  }

  function fitInput() {
    const length = input.value.length;
    input.style.height = "auto";
    input.style.height = input.scrollHeight + input.offsetHeight - input.clientHeight + "px";
    byId("count").hidden = length < COUNT_FROM;
    byId("count").textContent = length < COUNT_FROM ? "" : length.toLocaleString("en-GB") + " / " + input.maxLength.toLocaleString("en-GB");
  }

  /** Enter sends, Shift and Enter makes a new line; an Enter that only accepts a suggestion of the keyboard does neither. */
  function onKey(event) {
    if (event.key !== "Enter" || event.shiftKey || event.isComposing || event.keyCode === 229) return;
    event.preventDefault();
    sendTyped();
  }

  /** Keep what has focus from hiding under the composer, whatever its height. */
  function watchComposer() {
    if (!window.ResizeObserver) return;
    const composer = byId("composer");
    const measure = () => {
      const sticks = /sticky/.test(getComputedStyle(composer).position);
      document.documentElement.style.scrollPaddingBottom = sticks ? composer.offsetHeight + 8 + "px" : "";
    };
    new ResizeObserver(measure).observe(composer);
    window.addEventListener("resize", measure);
  }

  function listen() {
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      sendTyped();
    });
    input.addEventListener("keydown", onKey);
    input.addEventListener("input", fitInput);
    byId("talk").addEventListener("click", () => ask({ text: labels.talkToPerson }, labels.talkToPerson));
    byId("start-again").addEventListener("click", startAgain);
    window.addEventListener("offline", () => busy || showProblem(labels.offline));
    // A message still waiting to be sent keeps its "Send again".
    window.addEventListener("online", () => byId("send-again") || (problem.hidden = true));
  }

  function start() {
    const help = byId("danger-help");
    help.textContent = "";
    help.append(...prose(labels.dangerHelp).children);
    listen();
    byId("late").hidden = true;
    [form, byId("talk"), byId("start-again")].forEach((node) => (node.hidden = false));
    const goesOn = restore();
    drawAll();
    setInput(state.draft);
    watchComposer();
    if (!goesOn) return;
    list.lastElementChild.scrollIntoView(true);
    say([labels.restored], 1000);
  }

  start();
})();
