// Sending a message and showing what comes back; and when that fails.

/** A reply quicker than this is not preceded by a spoken "is looking that up", which it would only cut off. */
const SPEAK_WRITING_AFTER_MS = 500;

/** Counts requests, so that a reply to one given up (timed out, or started again) is dropped. */
let current = 0;
let busy = false;
let begun = false;
/** @type {?HTMLElement} */
let writing = null;

/** The first turn: the welcome, or what the tab holds. */
async function begin(speaks) {
  if (begun) return;
  begun = true;
  const goesOn = state.turns.length > 1;
  drawAll();
  keeping.hidden = !state.session;
  if (goesOn) {
    show(list.lastElementChild, false);
    say([labels.restored], 1000);
  }
  try {
    await readStart();
  } catch (error) {
    begun = false;
    return showProblem(labels.notStarted, () => {
      problem.hidden = true;
      begin(speaks);
    });
  }
  fillIntro();
  if (state.turns.length || busy) return;
  const welcome = /** @type {BotTurn} */ ({ who: "bot", messages: start.welcome.messages });
  state.turns.push(welcome);
  list.append(drawTurn(welcome));
  if (speaks) sayTurn(welcome);
}

function setBusy(value) {
  busy = value;
  send.textContent = value ? labels.sending : labels.send;
  // Not `disabled`: that would throw the focus of keyboard and screen reader users back to the top.
  send.setAttribute("aria-disabled", String(value));
  if (writing) writing.remove();
  writing = value ? el("li", { class: "bot", lang: labels.lang }, el("p", { class: "writing" }, labels.writing)) : null;
  if (value) list.append(writing);
}

/**
 * Send one message and show the reply.
 * @param {Asked} asked
 * @param {string} shown what stands under "You said"
 * @param {string[]} [chosen] titles of the choices made
 * @param {boolean} [typed] whether it comes from the box, and goes back there if it cannot be sent
 */
async function ask(asked, shown, chosen, typed) {
  if (busy) return;
  const mine = ++current;
  const offered = /** @type {?BotTurn} */ (state.turns[state.turns.length - 1]);
  const you = drawTurn({ who: "you", text: shown });
  const focused = /** @type {ShadowRoot} */ (host.shadowRoot).activeElement;
  if (offered) closeChoices(offered, list.lastElementChild, true, chosen);
  list.append(you);
  problem.hidden = true;
  closeSheet();
  setBusy(true);
  say([labels.writing], SPEAK_WRITING_AFTER_MS);
  // What was pressed is gone, and with it the focus; from here, Tab leads into the reply.
  if (!form.contains(focused)) you.focus();
  show(writing, true);
  try {
    const reply = await post(asked);
    if (mine === current) accept(reply, shown, you);
  } catch (error) {
    if (mine === current) giveBack(error, asked, shown, chosen, typed, you, offered);
  }
}

function accept(/** @type {Reply} */ reply, shown, you) {
  const turn = /** @type {BotTurn} */ ({ who: "bot", messages: reply.messages });
  setBusy(false);
  state.session = reply.session;
  state.draft = input.value;
  state.turns.push({ who: "you", text: shown }, turn);
  keeping.hidden = false;
  save();
  list.append(drawTurn(turn));
  sayTurn(turn);
  show(you, false); // the start of a long reply matters more than its end
  const place = reply.turn && reply.turn.place;
  if (!place || place === state.place) return;
  state.place = place;
  save();
  readStart().catch(() => {}); // the numbers known before stay
}

function giveBack(error, asked, shown, chosen, typed, you, offered) {
  const lostFocus = you === /** @type {ShadowRoot} */ (host.shadowRoot).activeElement;
  setBusy(false);
  you.remove();
  if (offered) closeChoices(offered, list.lastElementChild, false);
  if (typed) setInput([shown, input.value].filter(Boolean).join("\n"));
  showProblem(navigator.onLine === false ? labels.offline : error.forPeople || labels.problem, typed ? sendTyped : () => ask(asked, shown, chosen));
  if (lostFocus) problem.querySelector("button").focus();
}

/** What went wrong, whom to ring all the same, and once more. */
function showProblem(words, again) {
  const person = start && start.person;
  problem.textContent = "";
  problem.append(el("p", null, words), ...(again ? [button(null, again, labels.sendAgain)] : []), ...personLines(), ...dangerLines());
  problem.hidden = false;
  show(problem, false);
  say([words, person ? person.name + ". " + labels.phone + " " + person.phone : "", again ? labels.sendAgain : ""]);
}

function sendTyped() {
  const text = input.value.trim();
  if (busy) return;
  if (!text) return input.focus();
  // Kept until the reply is there: a reload while waiting must not lose what someone took long to write.
  state.draft = text;
  save();
  setInput("");
  ask({ text: text }, text, undefined, true);
}

function startAgain() {
  const place = host.dataset.place || null;
  current += 1;
  setBusy(false);
  stopReading();
  clearThere();
  problem.hidden = true;
  closeSheet();
  state = Object.assign(fresh(), { open: state.open, place: place });
  begun = false;
  save();
  setInput("");
  begin(true);
  log.scrollTop = panel.scrollTop = 0;
}
