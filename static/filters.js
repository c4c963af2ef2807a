// Keeps what lies outside the swapped part of the page in step with it: the fields of the filter form,
// the chart, the announcement of the count, and the facets that the reader had opened.

const view = () => document.getElementById("view");
const state = () => document.getElementById("state");
const form = () => document.getElementById("filters");

const tell = (name, detail) => document.body.dispatchEvent(new CustomEvent(`debateline:${name}`, { detail }));

/** The address of the figure for the filters now in force. */
function figureUrl() {
  const chart = document.getElementById("chart");
  if (!chart) return null; // a page that is read has no live one
  const base = chart.dataset.figureUrl.split("?")[0];
  const query = state().dataset.query;
  return query ? `${base}?${query}` : base;
}

/** Write the filters in force into the form; `sparing` leaves alone the field in which the reader is typing. */
function fill(sparing) {
  for (const name of ["q", "from", "to", "as_of", "clock", "certainty", "lane", "color"]) {
    const field = form().elements.namedItem(name);
    if (!field || state().dataset[name] === undefined) continue;
    if (name === "clock" && !state().dataset.as_of) continue; // chosen for a day that is still to come
    if (!sparing || field !== document.activeElement || field.tagName === "SELECT") field.value = state().dataset[name];
  }
  if (sparing) return;
  for (const reading of document.querySelectorAll(".reading")) reading.replaceChildren();
}

function announce() {
  document.getElementById("announcer").textContent = state().dataset.told;
}

/** After a swap or a step through the history: everything else follows the new state. */
function follow(sparing) {
  if (!state()) return;
  fill(sparing);
  reopen();
  const drawer = document.getElementById("drawer");
  tell("changed", { figureUrl: figureUrl(), selected: drawer?.dataset.slug || null });
}

// Which facets are open is the reader's business and not part of the address.
const opened = new Map();

function remember(event) {
  if (event.target.matches?.("details[id]")) opened.set(event.target.id, event.target.open);
}

const narrow = matchMedia("(40rem < width <= 56rem)");

/** On a narrow screen the filters are folded away until the reader asks for them; on a telephone, see sheet.js. */
function fold() {
  const rail = document.getElementById("rail-fold");
  if (rail && narrow.matches && !opened.get("rail-fold")) rail.open = false;
}

function reopen() {
  for (const [id, open] of opened) {
    const details = document.getElementById(id);
    if (details) details.open = open;
  }
  fold();
}

// Nor is how far the filters are scrolled.
let scrolled = 0;
document.addEventListener("htmx:beforeSwap", () => (scrolled = document.getElementById("rail")?.scrollTop ?? 0));
document.addEventListener("htmx:afterSwap", () => document.getElementById("rail")?.scrollTo(0, scrolled));

fold();
document.addEventListener("toggle", remember, true);
narrow.addEventListener("change", () => {
  const rail = document.getElementById("rail-fold");
  if (rail) rail.open = !narrow.matches;
});

document.addEventListener("htmx:afterSettle", (event) => {
  if (event.detail.target !== view() && event.target !== view()) return;
  follow(true);
  announce();
});
document.addEventListener("htmx:historyRestore", () => follow(false));

// Two steps through the history may be answered in the wrong order: what is not asked for any more changes nothing.
document.addEventListener("htmx:historyCacheMissLoad", ({ detail }) => {
  const here = location.pathname + location.search;
  if (detail.path !== here) Object.assign(detail, { path: here, response: view().outerHTML });
});

// Whoever is quicker than the answer has changed the form again: the late answer must not undo that, and the
// request that waits behind it carries the whole form.
let changes = 0;
const sentAt = new WeakMap();

document.addEventListener("change", (event) => (changes += event.target.form === form()), true);
document.addEventListener("input", (event) => (changes += event.target.id === "q"), true);
document.addEventListener("htmx:beforeRequest", ({ detail }) => {
  // A link that was followed asks for another view: a late answer to the form would take the link itself away.
  if (detail.target === view() && detail.elt !== form()) changes += 1;
  sentAt.set(detail.xhr, changes);
});
document.addEventListener("htmx:beforeSwap", ({ detail }) => {
  if (detail.requestConfig.elt === form() && sentAt.get(detail.xhr) < changes) detail.shouldSwap = false;
});

// A zoom of the chart is a date range like any other.
document.body.addEventListener("debateline:zoom", ({ detail }) => {
  form().elements.namedItem("from").value = detail.from ?? "";
  form().elements.namedItem("to").value = detail.to ?? "";
  window.htmx.trigger(form(), "change");
});

// Without an answer from the server nothing was lost: say so, and leave the page as it was.
for (const name of ["htmx:sendError", "htmx:responseError", "htmx:timeout"]) {
  document.addEventListener(name, () => {
    const announcer = document.getElementById("announcer");
    announcer.textContent = announcer.dataset.failed;
    document.documentElement.classList.add("is-stale");
  });
}
document.addEventListener("htmx:afterOnLoad", () => document.documentElement.classList.remove("is-stale"));
