// Positions: a mark or a turn of the chart opens its evidence in the rows below.

const escaped = (text) => CSS.escape(text);

/** Where something of the chart is told: a turn by its id, an event as a piece of evidence. */
function told(slug) {
  return document.getElementById(slug) ?? document.querySelector(`.piece[data-event="${escaped(slug)}"]`);
}

function reveal(place) {
  place.closest("details").open = true;
  for (const lit of document.querySelectorAll(".is-lit")) lit.classList.remove("is-lit");
  place.classList.add("is-lit");
  place.scrollIntoView({ block: "center" });
  place.setAttribute("tabindex", "-1");
  place.focus({ preventScroll: true });
}

document.body.addEventListener("debateline:open", ({ detail }) => {
  const place = told(detail.slug);
  if (place) reveal(place);
});

/** A link to a turn in a row that is folded. */
document.addEventListener("click", (event) => {
  const link = event.target.closest?.('a[href^="#turn-"], a[href^="#doubt-"]');
  const hash = link?.getAttribute("href"); // a mark of the drawing has no `hash`
  const place = link && document.getElementById(hash.slice(1));
  if (!place) return;
  event.preventDefault();
  history.replaceState(history.state, "", hash);
  reveal(place);
});

function arrive() {
  const place = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (place?.closest("details")) reveal(place);
}
arrive();
addEventListener("hashchange", arrive);
