// Cards: one support each, as an article with a heading of its own.

/** "Cost: free"; null without a value, so that a card shows only what is known. */
const line = (key, value) => (value ? el("p", null, el("strong", null, word(key), ":"), " ", linked(value)) : null);

function hoursLine(/** @type {Card} */ card) {
  const now = card.open_now === true ? word("openNow") : card.opens || (card.open_now === false ? word("closedNow") : null);
  if (!card.hours && !now) return null;
  const shown = line("hours", card.hours) || el("p", null);
  if (now) shown.append(card.hours ? " · " : "", el("strong", null, now));
  return shown;
}

/** @param {string} isoDate such as 2026-11-21, read as a date without a clock: no time zone may shift it. */
function longDate(isoDate) {
  const date = new Date(isoDate.slice(0, 10) + "T00:00:00Z");
  if (isNaN(date.getTime())) return isoDate;
  return date.toLocaleDateString(CONTENT, { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });
}

/** @returns {HTMLElement[]} radio buttons or checkboxes with their labels */
function options(type, name, choices) {
  return choices.map((choice) => {
    const id = newId();
    const box = el("input", Object.assign({ type: type, id: id, name: name, value: choice.value }, choice.required ? { required: "" } : null));
    return el("div", { class: "option" }, box, el("label", { for: id }, choice.title));
  });
}

/** What is wrong goes to the editors as one of four reasons: no words, so nobody's story. */
function reportForm(/** @type {Card} */ card) {
  const reasons = ["closed", "wrong_contact", "wrong_area", "unclear"];
  const choices = reasons.map((reason) => ({ value: reason, title: labels["because_" + reason], required: true }));
  const form = /** @type {HTMLFormElement} */ (el("form", { lang: labels.lang },
    el("fieldset", null, el("legend", null, labels.wrongLegend), ...options("radio", "reason", choices)),
    el("button", { type: "submit" }, labels.wrongSend)));
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const done = el("p", { tabindex: "-1", lang: labels.lang });
    try {
      await call("/api/wrong", { session: state.session, support: card.id, reason: form.reason.value });
      done.append(labels.wrongThanks);
    } catch (error) {
      done.append(error.forPeople || labels.wrongFailed);
    }
    form.replaceWith(done);
    done.focus(); // focus says it: the live region is for turns
  });
  return form;
}

function drawCard(/** @type {Card} */ card) {
  const id = newId();
  const name = card.name;
  const about = () => unseen(", " + name);
  return el("article", { class: "card", "aria-labelledby": id },
    el(heading(3), { id: id }, name),
    card.organisation && name.indexOf(card.organisation) < 0 ? el("p", { class: "soft" }, card.organisation) : null,
    card.summary ? el("p", null, linked(card.summary)) : null,
    card.phone ? lineLink(dial(card.phone), name, word("phone"), " " + card.phone) : null,
    card.sms ? lineLink(smsAddress(card.sms), name, word("text"), " " + card.sms) : null,
    line("relay", card.relay),
    line("bsl", card.bsl),
    hoursLine(card),
    line("cost", card.cost),
    card.email ? lineLink("mailto:" + card.email, name, word("email"), " " + card.email) : null,
    card.web ? lineLink(card.web, "", word("website"), " " + name + (/^https:/.test(card.web) ? "" : ": " + card.web)) : null,
    card.checked_on ? el("p", { class: "soft" }, word("checked"), " " + longDate(card.checked_on)) : null,
    card.why ? more(el("span", null, word("why"), about()), el("p", null, card.why)) : null,
    state.session ? more(el("span", null, word("wrong"), about()), reportForm(card)) : null);
}
