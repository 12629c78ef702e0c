// Speaking with the server. Never with a cookie.

const TIMEOUT_MS = 15000;
/** What the server said a while ago is shown at once, and asked for again after this. */
const FRESH_MS = 300000;
/** Requests that are on their way, by path: nothing is asked for twice at once. @type {Object<string, Promise>} */
const underWay = {};

/** @param {string} path @param {*} [body] posted as JSON */
async function call(path, body) {
  const sends = body
    ? { method: "POST", headers: { "Content-Type": "application/json", Accept: "application/json" }, body: JSON.stringify(body) }
    : {};
  const answering = fetch(SERVER + path, Object.assign({ credentials: /** @type {"omit"} */ ("omit") }, sends));
  const waiting = new Promise((_, reject) => setTimeout(() => reject(new Error("timeout")), TIMEOUT_MS));
  const response = /** @type {Response} */ (await Promise.race([answering, waiting]));
  const answer = response.status === 204 ? null : await response.json();
  if (response.ok) return answer;
  // `forPeople`: only a sentence the server wrote to be read is shown, never a browser's own error.
  throw Object.assign(new Error("refused"), { status: response.status, forPeople: answer.detail });
}

/** What stands at `path`, from the tab where that is fresh, and however old it is where the server is away. */
async function read(path) {
  const known = kept(path);
  if (known && Date.now() - known.at < FRESH_MS) return known.said;
  try {
    const said = await (underWay[path] = underWay[path] || call(path));
    keep(path, { at: Date.now(), said: said });
    return said;
  } catch (error) {
    if (known) return known.said;
    throw error;
  } finally {
    delete underWay[path];
  }
}

const readLabels = (language) => read("/labels/" + language + ".json?v=" + VERSION);

/** The person to ring and the numbers for danger, for a place once it is known. */
async function readStart() {
  start = await read("/api/start" + (state.place ? "?place=" + encodeURIComponent(state.place) : ""));
}

/** @param {Asked} asked @returns {Promise<Reply>} */
async function post(asked) {
  const known = state.session ? { session: state.session } : state.place ? { place: state.place } : {};
  try {
    return await call("/api/messages", Object.assign(known, asked));
  } catch (error) {
    // A session of another site's page, as when a tab moved from one to the other: this page begins its own.
    if (error.status !== 403 || !state.session) throw error;
    state.session = null;
    return post(asked);
  }
}

/** Wipe the conversation on the server. A beacon gets through although the page is being left. */
function clearThere() {
  const body = JSON.stringify({ session: state.session });
  if (state.session && navigator.sendBeacon) navigator.sendBeacon(SERVER + "/api/clear", body);
}
