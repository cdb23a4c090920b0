// Five minutes before a session ends, asks whether the person is still there; one key answers (WCAG 2.2.1).
const dialog = document.getElementById("stay");
const form = dialog.querySelector("form");
const { warnAfter, endAfter } = dialog.dataset;
let timers = [];

function wait() {
  timers.forEach(clearTimeout);
  timers = [setTimeout(warn, warnAfter * 1000), setTimeout(end, endAfter * 1000)];
}

function warn() {
  dialog.showModal();
}

function end() {
  for (const said of dialog.querySelectorAll("[data-ended]")) said.textContent = said.dataset.ended;
  form.method = "dialog";
  if (!dialog.open) dialog.showModal();
}

async function stay() {
  dialog.close();
  const answer = await fetch(form.action, { method: "POST", body: new FormData(form), redirect: "manual" }).catch(() => null);
  if (answer && (answer.ok || answer.type === "opaqueredirect")) wait();
  else end();
}

form.addEventListener("submit", (event) => {
  if (form.method === "dialog") return;
  event.preventDefault();
  stay();
});
dialog.addEventListener("cancel", (event) => {
  if (form.method === "dialog") return;
  event.preventDefault();
  stay();
});
wait();
