/** Printing and copying at one press, where scripts run. The page needs neither: both can be done without. */
(function () {
  "use strict";

  const byId = (/** @type {string} */ id) => document.getElementById(id);
  const print = byId("print");
  const copy = byId("copy");
  const words = /** @type {HTMLTextAreaElement} */ (byId("words"));
  if (!print || !copy || !words) return;
  print.hidden = false;
  print.addEventListener("click", () => window.print());
  copy.hidden = false;
  copy.addEventListener("click", () => {
    words.focus();
    words.select();
    if (document.execCommand("copy")) byId("done").textContent = copy.getAttribute("data-done");
  });
})();
