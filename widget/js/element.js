// <waymark-chat>, and the page it stands in. Its options are data attributes, of itself or of the <script> tag.

/** Put the chat into `element`, whose own content shows until then, and for good where that cannot be done. */
async function boot(element) {
  host = element;
  isPage = host.dataset.mode === "page";
  restore();
  if (!state.session) state.place = host.dataset.place || null;
  const style = /** @type {HTMLLinkElement} */ (el("link", { rel: "stylesheet", href: SERVER + "/widget.css?v=" + VERSION }));
  // Without its style sheet it can be read all the same.
  const styled = new Promise((done) => (style.onload = style.onerror = done));
  const root = host.attachShadow({ mode: "open" });
  root.append(style, el("slot", null));
  readStart().catch(() => {}); // also while closed: so that the numbers are here should the server go away
  try {
    labels = await readLabels(host.dataset.labels || "en").catch(() => readLabels("en"));
  } catch (error) {
    if (!host.firstElementChild) host.append(el("a", { href: SERVER + "/plain" }, host.dataset.title || "Waymark"));
    return;
  }
  await styled;
  build();
  host.textContent = "";
  root.replaceChild(frame, root.lastElementChild);
  listen();
  appear();
}

function appear() {
  const wide = window.matchMedia("(min-width: 40em)").matches;
  const arrival = /** @type {?PerformanceNavigationTiming} */ (performance.getEntriesByType("navigation")[0]);
  const isNew = !arrival || arrival.type === "navigate";
  const wanted = state.open === null ? wide && "open" in host.dataset : state.open && (wide || !isNew);
  setInput(state.draft);
  // On a phone the chat covers the page: never one that somebody has just gone to.
  if (isPage || wanted) open(false);
}

function listen() {
  document.addEventListener("keydown", onEscape);
  [window, window.visualViewport].forEach((each) => each && each.addEventListener("resize", fit));
  if (window.visualViewport) window.visualViewport.addEventListener("scroll", fit);
  window.addEventListener("offline", () => busy || !isOpen() || showProblem(labels.offline));
  // A message still waiting to be sent keeps its "Send again".
  window.addEventListener("online", () => problem.querySelector("button") || (problem.hidden = true));
  window.addEventListener("pagehide", () => {
    if (!busy) state.draft = input.value;
    if (!gone && (state.turns.length || state.draft)) save(); // a page on which nobody used it leaves no trace
    stopReading();
  });
  // Back to a page the browser had put aside: it may have been cleared in the meantime.
  window.addEventListener("pageshow", (event) => {
    if (!event.persisted) return;
    current += 1;
    setBusy(false);
    restore();
    begun = false;
    setInput(state.draft);
    if (isOpen()) open(false);
  });
}

if (!customElements.get("waymark-chat")) {
  customElements.define("waymark-chat", class extends HTMLElement {
    connectedCallback() {
      if (!this.shadowRoot && !(host && host.isConnected)) boot(this);
    }
  });
  const place = () => {
    if (document.querySelector("waymark-chat")) return;
    const chat = document.createElement("waymark-chat");
    Object.assign(chat.dataset, SCRIPT ? SCRIPT.dataset : null);
    document.body.append(chat);
  };
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", place);
  else place();
}
