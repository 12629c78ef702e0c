// What is heard: one live region for screen readers, and reading aloud by the browser's own voice.

/** The spoken copy of a reply goes after this, or a screen reader would find every reply twice. */
const FORGET_SPOKEN_MS = 10000;
/** @type {HTMLElement} the only live region */
let live;
/** @type {*} */
let speaking = 0;

/** Have a screen reader say `lines` once. What waits to be said is replaced, never queued. */
function say(lines, afterMs) {
  clearTimeout(speaking);
  live.textContent = "";
  speaking = setTimeout(() => {
    live.append(...lines.filter(Boolean).map((line) => (line.nodeType ? line : el("p", null, line))));
    speaking = setTimeout(() => (live.textContent = ""), FORGET_SPOKEN_MS);
  }, afterMs || 50);
}

/** The words, then names and numbers of the cards, then the choices: the rest is there to be read at leisure. */
function linesOf(/** @type {BotTurn} */ turn) {
  const lines = [];
  turn.messages.forEach((message) => {
    const asked = message.question;
    lines.push(...spoken(shownText(message)).map((line) => el("p", { lang: message.lang || CONTENT }, line)));
    (asked ? [asked.legend, asked.help] : []).forEach((line) => line && lines.push(el("p", { lang: CONTENT }, line)));
    (message.cards || []).forEach((card) =>
      lines.push(el("p", { lang: CONTENT }, card.name + (card.phone ? ". " + labels.phone + " " + card.phone : "")))
    );
    (message.buttons || []).forEach((choice) => lines.push(el("p", { lang: CONTENT }, choice.title)));
  });
  return lines;
}

const sayTurn = (/** @type {BotTurn} */ turn) => say([labels.bot, ...linesOf(turn)]);

const canRead = "speechSynthesis" in window;
const stopReading = () => canRead && speechSynthesis.cancel();

/** A button that reads `turn` aloud, and stops. */
function readButton(/** @type {BotTurn} */ turn) {
  let reads = false;
  const node = button({ class: "plain" }, () => {
    const stops = reads;
    stopReading();
    tell(!stops);
    if (stops) return;
    const lines = linesOf(turn);
    lines.forEach((line) => {
      const words = new SpeechSynthesisUtterance(line.textContent);
      words.lang = line.lang;
      words.onerror = () => tell(false);
      words.onend = () => line === lines[lines.length - 1] && tell(false);
      speechSynthesis.speak(words);
    });
  });
  function tell(value) {
    reads = value;
    node.textContent = "";
    node.append(word(reads ? "stopReading" : "readAloud"));
  }
  tell(false);
  return node;
}
