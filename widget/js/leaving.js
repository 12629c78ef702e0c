// Leaving in a hurry: nothing stays in the tab or on the server, and the page makes way for one that tells nothing.

const NEUTRAL = "https://www.bbc.co.uk/weather";
/** Three presses of Escape, each within this of the one before, leave. */
const NEXT_PRESS_MS = 1500;

let gone = false;
let presses = 0;
let lastPress = 0;

function leave() {
  const to = (start && start.neutral_url) || NEUTRAL;
  gone = true;
  stopReading();
  clearThere();
  forget();
  // The other page may take its time to load: this one is empty at once.
  host.remove();
  if (isPage) document.title = "";
  location.replace(to);
}

/** Escape closes what is open, the innermost first; counting goes on when it has closed. */
function onEscape(event) {
  if (event.key !== "Escape" || event.repeat || event.isComposing) return;
  presses = event.timeStamp - lastPress < NEXT_PRESS_MS ? presses + 1 : 1;
  lastPress = event.timeStamp;
  if (presses === 1 && !isOpen()) presses = 0; // Escape of the page around, with no chat open
  if (presses === 3) leave();
  else if (sheet.length) {
    sheet[1].focus();
    closeSheet();
  } else if (!isPage && isOpen() && event.composedPath().indexOf(host) >= 0) close();
}
