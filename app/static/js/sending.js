// Shows how far a file is while htmx sends it, says so to who cannot see it, and lets it be stopped.
const status = document.getElementById("status");
const STEP = 25; // per cent: often enough to know that it goes on, seldom enough to hear anything else
let told;

function parts() {
  const box = document.getElementById("sending");
  return { box, bar: document.getElementById("sent-so-far"), words: document.getElementById("sent-in-words") };
}

function carriesFile(form) {
  return [...form.querySelectorAll("input[type=file]")].some((input) => input.files.length);
}

function show(percent) {
  const { box, bar, words } = parts();
  if (percent < bar.value) return; // the answer on its way back is counted too
  bar.value = percent;
  words.textContent = percent < 100 ? box.dataset.part.replace("{percent}", percent) : box.dataset.whole;
  if (percent < told + STEP && percent < 100) return;
  told = percent;
  status.textContent = words.textContent;
}

document.addEventListener("htmx:beforeRequest", ({ target }) => {
  const { box, bar } = parts();
  if (!box?.closest("form")?.isSameNode(target) || !carriesFile(target)) return;
  box.hidden = false;
  bar.value = 0;
  told = -STEP;
  show(0);
});

document.addEventListener("htmx:xhr:progress", ({ detail: { loaded, total } }) => {
  const { box } = parts();
  if (box && !box.hidden && total) show(Math.floor((100 * loaded) / total));
});

document.addEventListener("htmx:afterRequest", () => {
  const { box } = parts();
  if (box) box.hidden = true;
});

document.addEventListener("click", ({ target }) => {
  if (target.id !== "stop-sending") return;
  const { box } = parts();
  const form = box.closest("form");
  globalThis.htmx.trigger(form, "htmx:abort");
  status.textContent = box.dataset.stopped;
  form.querySelector("input[type=file]").focus();
});
