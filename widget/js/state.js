// What all parts share. A page holds one chat; the parts are joined into one function, so nothing here is global.

/** Address of the server: the one this script came from. */
const SCRIPT = /** @type {?HTMLScriptElement} */ (document.currentScript);
const SERVER = SCRIPT ? new URL(SCRIPT.src).origin : location.origin;
const VERSION = "__WAYMARK_VERSION__";
/** The language of everything that knowledge holds. */
const CONTENT = "en-GB";

/** @type {HTMLElement} the element <waymark-chat> */
let host;
/** @type {Labels} */
let labels;
/** @type {?Start} null until the server has answered once in this tab */
let start = null;
/** @type {State} */
let state = fresh();
/** The chat is the whole page, not a dialog in somebody's page. */
let isPage = false;

/** @returns {State} */
function fresh() {
  return { session: null, turns: [], draft: "", place: null, open: null };
}

// ---- Kept in the tab. Storage may be full or forbidden, or hold what we cannot read: the chat then works, only forgetfully.

const KEPT = "waymark:";

function keep(key, value) {
  try {
    sessionStorage.setItem(KEPT + key, JSON.stringify(value));
  } catch (error) {}
}

function kept(key) {
  try {
    return JSON.parse(sessionStorage.getItem(KEPT + key));
  } catch (error) {
    return null;
  }
}

const save = () => keep("chat", state);

/** Take up what the tab holds, or begin anew. */
function restore() {
  const found = kept("chat");
  state = Object.assign(fresh(), found && Array.isArray(found.turns) ? found : null);
}

/** Nothing of the chat stays in the tab. */
function forget() {
  state = fresh();
  try {
    Object.keys(sessionStorage).filter((key) => key.indexOf(KEPT) === 0).forEach((key) => sessionStorage.removeItem(key));
  } catch (error) {}
}
