// The conversation as a list: each turn under a heading that says who speaks.

/** @type {HTMLElement} */
let list;

/** The tag of a heading `level` deep in the chat, whose title is the page's first heading or, in a page of others, its second. */
const heading = (level) => "h" + (isPage ? level : level + 1);

/** How what can be chosen is drawn anew, when it has been or can be again. @type {WeakMap<Node, () => Node>} */
const redraws = new WeakMap();

function redrawn(/** @type {() => HTMLElement} */ draw) {
  const node = draw();
  redraws.set(node, () => redrawn(draw));
  return node;
}

/** Choices as buttons; once the turn is over, as a list that says which was made. */
function drawChoices(/** @type {BotTurn} */ turn, /** @type {Choice[]} */ choices) {
  return choices.length ? redrawn(() => choicesOf(turn, choices)) : null;
}

function choicesOf(turn, choices) {
  if (!turn.closed) {
    return el("div", { class: "choices" },
      ...choices.map((choice) => button(null, () => ask({ payload: choice.payload }, choice.title, [choice.title]), choice.title)));
  }
  const made = turn.chosen || [];
  return el("ul", { class: "used", role: "list" }, ...choices.map((choice) =>
    made.indexOf(choice.title) < 0 ? el("li", null, choice.title) : el("li", { class: "chosen" }, choice.title, " (", word("chosen"), ")")));
}

function drawMessage(/** @type {BotTurn} */ turn, /** @type {Message} */ message) {
  const out = document.createDocumentFragment();
  const asked = message.question;
  const answers = asked && !TYPED.test(asked.kind) ? asked.options.map((choice) => choice.payload) : [];
  const others = (message.buttons || []).filter((choice) => answers.indexOf(choice.payload) < 0);
  out.append(
    prose(shownText(message), message.lang),
    ...[asked ? redrawn(() => drawQuestion(turn, asked)) : null, ...(message.cards || []).map(drawCard), drawChoices(turn, others),
      message.keep ? keepForm() : null].filter(Boolean));
  return out;
}

function drawTurn(/** @type {AnyTurn} */ turn) {
  const who = (key) => el(heading(2), { class: "unseen" }, word(key));
  if (turn.who === "you") return el("li", { class: "you", tabindex: "-1" }, who("you"), el("p", { dir: "auto" }, turn.text));
  return el("li", { class: "bot" }, who("bot"), ...turn.messages.map((message) => drawMessage(turn, message)),
    canRead ? readButton(turn) : null);
}

function drawAll() {
  list.textContent = "";
  list.append(...state.turns.map(drawTurn));
}

/** Close (or, if sending failed, open again) the choices of a turn, and show them so. The rest stays as it is. */
function closeChoices(turn, node, closed, chosen) {
  turn.closed = closed;
  turn.chosen = chosen;
  node.querySelectorAll(".question, .choices, .used").forEach((each) => redraws.has(each) && each.replaceWith(redraws.get(each)()));
}
