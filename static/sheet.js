// On a telephone the filters fill the screen when they are asked for: the page then is nothing but them, so
// that focus, scrolling and what is read aloud need no walls. The chart in rows and the key to its marks are asked
// for in the same way.

const root = document.documentElement;
const STATES = [
  [".sheet-open", "is-filtering"],
  [".rows-open", "shows-rows"],
  [".key-open", "shows-key"],
];
const phone = matchMedia("(max-width: 40rem)");
let scrolled = 0; // where the reader was in the page before the filters took its place

const open = () => root.classList.contains("is-filtering");

/** What the buttons say of themselves; they come anew with every answer of the server. */
function mark() {
  for (const [button, state] of STATES) {
    document.querySelector(button)?.setAttribute("aria-expanded", String(root.classList.contains(state)));
  }
}

function show() {
  scrolled = scrollY;
  root.classList.add("is-filtering");
  mark();
  scrollTo(0, 0);
  document.querySelector(".sheet-title")?.focus({ preventScroll: true });
}

function hide() {
  if (!open()) return;
  root.classList.remove("is-filtering");
  mark();
  scrollTo(0, scrolled);
  document.querySelector(".sheet-open")?.focus({ preventScroll: true });
}

document.addEventListener("click", ({ target }) => {
  if (target.closest(".sheet-open")) show();
  if (target.closest(".sheet-close")) hide();
  const toggled = STATES.find(([button]) => button !== ".sheet-open" && target.closest(button));
  if (toggled) {
    root.classList.toggle(toggled[1]);
    mark();
  }
});
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape") hide();
});
phone.addEventListener("change", () => !phone.matches && hide());
document.addEventListener("htmx:afterSettle", mark);
