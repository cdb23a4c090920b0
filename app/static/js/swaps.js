// Manners for pages where htmx exchanges a part: start what came in, keep the focus, say when something was not saved.
const { govuk } = document.querySelector("script[data-govuk]").dataset;
const { initAll } = await import(govuk);
const notSaved = document.getElementById("not-saved");

document.addEventListener("htmx:afterSettle", ({ target }) => {
  initAll({ scope: target });
  if (target.querySelector("[hx-trigger^=every]")) return; // it came by itself: nobody pressed anything
  if (focusIsLost()) focusOn(target.isConnected ? target : document.getElementById("main-content"));
});

// A row that is deleted gives its focus to the next one, or to the one thing its list always has: the caption.
document.addEventListener("htmx:beforeSwap", ({ detail: { target, serverResponse } }) => {
  if (serverResponse.trim() || !target.contains(document.activeElement)) return;
  const next = target.nextElementSibling ?? target.closest("table")?.caption;
  if (next) focusOn(next);
});

document.addEventListener("htmx:beforeRequest", () => {
  notSaved.textContent = "";
});

for (const failure of ["htmx:sendError", "htmx:responseError", "htmx:timeout"]) {
  document.addEventListener(failure, ({ detail: { elt } }) => {
    const form = elt.closest("form");
    (form ?? document.getElementById("main-content")).prepend(notSaved);
    notSaved.textContent = notSaved.dataset.text;
    submitNatively(form ?? elt);
  });
}

// From now on the browser itself sends this form, with the words and the idempotency key that stand in it.
function submitNatively(element) {
  for (const press of ["submit", "click"]) {
    element.addEventListener(press, (event) => event.stopImmediatePropagation(), { capture: true });
  }
}

function focusIsLost() {
  return !document.activeElement || document.activeElement === document.body;
}

function focusOn(element) {
  if (!element.matches("a[href], button, input, select, textarea, [tabindex]")) element.tabIndex = -1;
  element.focus();
}
