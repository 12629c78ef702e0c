// A guide's question as a real form. What is typed into the message box answers it just as well.

const TYPED = /^(number|money|age|date|words)$/;
const DIGITS = /^(number|money|age)$/;

/** A form that sends what `read` finds in it; where that is nothing, it says so, and the focus goes back to `field`. */
function answerForm(children, field, missing, read) {
  const form = el("form", { class: "question", novalidate: "" }, ...children, el("button", { type: "submit" }, word("answer")));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (read()) return;
    missing.textContent = labels.answerMissing;
    field().focus(); // whose description now holds the sentence
  });
  return form;
}

function drawTyped(/** @type {Question} */ question, about, help, missing) {
  const id = newId();
  const isLong = question.kind === "words";
  const box = /** @type {HTMLInputElement} */ (el(isLong ? "textarea" : "input", Object.assign(
    { id: id, "aria-describedby": help, autocomplete: "off", dir: "auto", maxlength: isLong ? "2000" : "100" },
    isLong ? { rows: "3" } : { type: "text", inputmode: DIGITS.test(question.kind) ? "decimal" : "text" })));
  return answerForm([el("label", { for: id }, question.legend), ...about, missing, box], () => box, missing, () => {
    const text = box.value.trim();
    if (text) ask({ text: text }, text, undefined, true);
    return text;
  });
}

function drawChosen(/** @type {Question} */ question, about, help, missing) {
  const several = question.kind === "several";
  const choices = question.options.map((choice) => ({ value: choice.title, title: choice.title }));
  const boxes = options(several ? "checkbox" : "radio", newId(), choices);
  const group = el("fieldset", { "aria-describedby": help }, el("legend", null, question.legend), ...about, missing, ...boxes);
  const inputs = () => /** @type {HTMLInputElement[]} */ (Array.from(group.querySelectorAll("input")));
  return answerForm([group], () => inputs()[0], missing, () => {
    const made = inputs().filter((box) => box.checked).map((box) => box.value);
    const shown = made.join("; ");
    const payload = question.options.filter((choice) => choice.title === shown).map((choice) => choice.payload)[0];
    if (shown) ask(several ? { text: shown } : { payload: payload }, shown, made);
    return shown;
  });
}

/** @param {BotTurn} turn @param {Question} question */
function drawQuestion(turn, question) {
  const help = newId();
  const missing = el("p", { class: "error", id: newId(), lang: labels.lang });
  const about = [
    question.help ? el("p", { id: help }, linked(question.help)) : null,
    question.why ? more(el("span", null, word("whyAsked")), el("p", null, question.why)) : null,
  ];
  const typed = TYPED.test(question.kind);
  const described = (question.help ? help + " " : "") + missing.id;
  if (turn.closed) {
    return el("div", { class: "question" }, el("p", null, el("strong", null, question.legend)), ...about,
      typed ? null : drawChoices(turn, question.options));
  }
  return (typed ? drawTyped : drawChosen)(question, about, described, missing);
}
