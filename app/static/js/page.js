// Starts GOV.UK Frontend. Every page works without it; the class tells the stylesheet that conditional answers may hide.
const { govuk } = document.querySelector("script[data-govuk]").dataset;
const { initAll } = await import(govuk);

document.body.classList.add("js-enabled", "govuk-frontend-supported");
initAll();

// Older browsers do not print what is folded away, whatever the stylesheet says: a printed table has all its lines.
window.addEventListener("beforeprint", () => {
  for (const each of document.querySelectorAll(".figures__rest")) each.open = true;
});
