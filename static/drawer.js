// The event beside the chart: opening from a mark, closing with Escape, focus, and the card in step.

const drawer = () => document.getElementById("drawer");
const card = (slug) => (slug ? document.querySelector(`.card[data-slug="${CSS.escape(slug)}"]`) : null);
const tell = (name, detail) => document.body.dispatchEvent(new CustomEvent(`debateline:${name}`, { detail }));

/** The address of this view with another event open. */
function address(slug) {
  const url = new URL(location.href);
  url.searchParams.set("event", slug);
  return url.pathname + url.search;
}

function load(url) {
  return window.htmx.ajax("GET", url, { source: drawer(), target: "#drawer", swap: "outerHTML show:none" });
}

/** Bring the open event's card into view for somebody who reads the list; never scroll the chart away. */
function followInList(slug) {
  const chart = document.getElementById("chart").getBoundingClientRect();
  if (chart.bottom < 0) card(slug)?.scrollIntoView({ block: "nearest" });
}

/** Mark the open event's card and mark; leave no other marked. */
function mark(slug) {
  for (const other of document.querySelectorAll(".card.is-selected")) other.classList.remove("is-selected");
  card(slug)?.classList.add("is-selected");
  for (const other of document.querySelectorAll(".strip [data-slug]")) {
    other.classList.toggle("is-selected", other.dataset.slug === slug);
  }
  tell("select", { slug: slug || null });
}

document.body.addEventListener("debateline:open", ({ detail }) => load(address(detail.slug)));

// A mark of the strip opens its event as a mark of the chart does.
document.addEventListener("click", (event) => {
  const mark = event.target.closest?.(".strip [data-slug]");
  const plain = event.button === 0 && !(event.metaKey || event.ctrlKey || event.shiftKey || event.altKey);
  if (!mark || !plain) return;
  event.preventDefault();
  load(address(mark.dataset.slug));
});

// Pointing at a mark lights its card, and the other way round.
document.body.addEventListener("debateline:hover", ({ detail }) => {
  for (const lit of document.querySelectorAll(".card.is-pointed")) lit.classList.remove("is-pointed");
  card(detail.slug)?.classList.add("is-pointed");
});
let pointed = null;
document.addEventListener("pointerover", (event) => {
  const slug = event.target.closest?.(".card")?.dataset.slug ?? null;
  if (slug === pointed) return;
  pointed = slug;
  tell("point", { slug });
});

let cameFrom = null; // the slug whose card had the focus before the drawer took it

// Where the event lies over the page, the page below is out of reach until it is closed.
const over = matchMedia("(max-width: 75rem)");
const BELOW = "body > :not(main, dialog, script), .desk > :not(#view), #view > :not(#drawer)";

function cover() {
  const covered = over.matches && Boolean(drawer()?.dataset.slug);
  for (const part of document.querySelectorAll(BELOW)) part.inert = covered;
}

over.addEventListener("change", cover);
cover();

document.addEventListener("htmx:afterSettle", () => {
  const open = drawer();
  cover();
  if (!open || open.dataset.settled !== undefined) return;
  open.dataset.settled = "";
  const slug = open.dataset.slug;
  mark(slug);
  if (slug) {
    cameFrom = slug;
    open.querySelector(".story")?.focus({ preventScroll: true });
    followInList(slug);
  } else {
    card(cameFrom)?.querySelector("a")?.focus({ preventScroll: true });
  }
});

document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape" || !drawer()?.dataset.slug) return;
  event.preventDefault();
  close();
});

/** Close the drawer, a story that has just come in once its links are known: before that they would load a page. */
function close() {
  if (drawer().classList.contains("htmx-added")) requestAnimationFrame(close);
  else drawer().querySelector(".close")?.click();
}
