// The keys of the workbench, and what follows a decision. Every key presses a button or a link that is there to
// be pressed; without scripts the same buttons post the same forms.

const desk = document.getElementById("desk");
const announcer = document.getElementById("announcer");
const OPEN = '.card[data-outcome="open"]';
let current = null; // the place that the keys are about

const cards = () => [...desk.querySelectorAll(".card")];
const cardOf = (place) => place && document.getElementById(`place-${place}`);
const STAYS = 4000; // milliseconds that an announcement stands
let silence = null;
const GAP = 8; // pixels between two cards
const wide = window.matchMedia("(min-width: 901px)");
const calm = window.matchMedia("(prefers-reduced-motion: reduce)");

function say(words, alarm = false) {
  clearTimeout(silence);
  announcer.textContent = words;
  if (!alarm) silence = setTimeout(() => announcer.replaceChildren(), STAYS);
  announcer.classList.toggle("is-alarm", alarm);
}

/** Show in the text what has become of each place, and which one is looked at. */
function reflect() {
  for (const run of desk.querySelectorAll(".told")) {
    const places = run.dataset.places.split(" ");
    const open = places.some((place) => cardOf(place)?.dataset.outcome === "open");
    run.classList.toggle("is-decided", !open);
    run.classList.toggle("is-current", places.includes(current));
  }
  for (const card of cards()) card.classList.toggle("is-current", card.dataset.place === current);
}

/** On a wide window the cards leave the text alone: each beside its sentence, the current one exactly. */
function align() {
  const aligned = wide.matches;
  desk.classList.toggle("is-aligned", aligned);
  const all = cards();
  if (!aligned) {
    for (const card of all) card.style.removeProperty("top");
    desk.style.removeProperty("min-height");
    return;
  }
  const origin = desk.getBoundingClientRect().top;
  const heights = all.map((card) => card.offsetHeight + GAP);
  const beside = (card) => desk.querySelector(`.told[data-places~="${card.dataset.place}"]`) ?? desk;
  const tops = all.map((card) => beside(card).getBoundingClientRect().top - origin);
  const at = Math.max(all.indexOf(cardOf(current)), 0);
  const room = heights.slice(0, at).reduce((sum, height) => sum + height, 0);
  if (all.length) tops[at] = Math.max(tops[at], room);
  for (let n = at - 1; n >= 0; n -= 1) tops[n] = Math.min(tops[n], tops[n + 1] - heights[n]);
  for (let n = 0, free = 0; n < at; n += 1) free = (tops[n] = Math.max(tops[n], free)) + heights[n];
  for (let n = at + 1; n < all.length; n += 1) tops[n] = Math.max(tops[n], tops[n - 1] + heights[n - 1]);
  all.forEach((card, n) => card.style.setProperty("top", `${tops[n]}px`));
  desk.style.setProperty("min-height", `${all.length ? tops.at(-1) + heights.at(-1) : 0}px`);
}

/** Look at a card: it stands open, all others closed; `focus` moves there too. */
function look(card, focus = true) {
  if (!card) return;
  current = card.dataset.place;
  for (const other of desk.querySelectorAll(".card > details[open]")) other.open = other.parentElement === card;
  const details = card.querySelector(":scope > details");
  if (details) details.open = true;
  reflect();
  align();
  if (!focus) return;
  const first = ["[data-first]", ".is-wrong :is(input, textarea)", ".draft [name=title]", "summary", "a, button"];
  first.map((found) => card.querySelector(found)).find(Boolean)?.focus({ preventScroll: true });
  show(card);
}

/** Scroll as little as shows a card with its sentence: from where it is going to stand, not where it glides. */
function show(card) {
  const runs = [...desk.querySelectorAll(".told.is-current")].map((run) => run.getBoundingClientRect());
  const origin = desk.getBoundingClientRect().top;
  const top = wide.matches ? origin + Number.parseFloat(card.style.top) : card.getBoundingClientRect().top;
  const first = Math.min(top, ...runs.map((run) => run.top)) - document.querySelector(".desk-bar").offsetHeight - 24;
  const last = Math.max(top + card.offsetHeight, ...runs.map((run) => run.bottom)) + 24;
  const by = first < 0 ? first : Math.min(first, Math.max(0, last - window.innerHeight));
  if (by) window.scrollBy({ top: by, behavior: calm.matches ? "auto" : "smooth" });
}

function step(by) {
  const all = cards();
  const at = all.indexOf(cardOf(current));
  look(all[at < 0 ? 0 : Math.min(Math.max(at + by, 0), all.length - 1)]);
}

/** Press what a card offers for a key. */
function press(key) {
  cardOf(current)?.querySelector(`[data-key="${key}"]`)?.click();
}

// Words selected in the text.

const offer = document.createElement("button");
offer.type = "button";
offer.className = "act select-offer";
offer.hidden = true;
document.body.append(offer);
let selected = null; // {words, near}

function selection() {
  const chosen = document.getSelection();
  const words = chosen.toString().trim();
  const from = chosen.anchorNode?.parentElement?.closest(".words");
  const to = chosen.focusNode?.parentElement?.closest(".words");
  selected = words && from && to ? { words, near: from.dataset.start } : null;
  offer.hidden = !selected;
  if (selected) offer.textContent = `New event from “${words.slice(0, 60)}${words.length > 60 ? "…" : ""}” (n)`;
}

function start() {
  if (!selected) {
    document.getElementById("id_words").focus();
    return;
  }
  const form = document.getElementById("words");
  form.elements.words.value = selected.words;
  form.elements.near.value = selected.near;
  form.requestSubmit();
}

document.addEventListener("selectionchange", selection);
// A browser takes what is only read aloud for the end of a paragraph, and would select a piece of it.
desk.addEventListener("click", ({ detail, target }) => {
  const paragraph = detail === 3 && target.closest(".words");
  if (paragraph) getSelection().selectAllChildren(paragraph);
});
offer.addEventListener("click", start);

// Keys. Whoever dictates, or leans on the keyboard, can switch them off; the readers' pages then know it too.

const OFF = "debateline:keys-off";
const use = document.getElementById("keys-use");

function kept(off) {
  try {
    if (off === true) localStorage.setItem(OFF, "1");
    else if (off === false) localStorage.removeItem(OFF);
    return localStorage.getItem(OFF) !== null;
  } catch {
    return off === true; // it then holds for this page only
  }
}

use.checked = !kept();
use.parentElement.hidden = false;
use.addEventListener("change", () => kept(!use.checked));

const acts = { j: () => step(1), k: () => step(-1), n: start };
for (const key of ["a", "e", "m", "d", "u"]) acts[key] = () => press(key);

const writes = (element) => element.matches("select, textarea, input:not([type=checkbox], [type=radio])");

document.addEventListener("keydown", (event) => {
  const form = event.target.closest?.(".draft");
  if (form && event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
    event.preventDefault();
    form.querySelector('[data-key="a"]').click();
  } else if (event.key === "Escape" && event.target.closest?.(".merge")) {
    const card = event.target.closest(".card");
    event.target.closest(".merge").remove();
    card.querySelector('[data-key="m"]').focus();
  } else if (form && event.key === "Escape") {
    form.querySelector('[data-key="Escape"]').click();
  } else if (event.key === "Enter" && event.target.closest?.(".add") && event.target.matches("input, select")) {
    event.preventDefault();
    event.target.closest(".add").querySelector("button").click();
  } else if (!event.ctrlKey && !event.metaKey && !event.altKey && event.key in acts && use.checked && !writes(event.target)) {
    event.preventDefault();
    acts[event.key]();
  }
});

// A click on a sentence opens its card, and a click on a card shows its sentence.

desk.addEventListener("click", ({ target }) => {
  const run = target.closest(".told");
  if (run && document.getSelection().isCollapsed) look(cardOf(run.dataset.places.split(" ").at(-1)));
  const card = target.closest(".card");
  if (card && card.dataset.place !== current) look(card, false);
});
desk.addEventListener("toggle", ({ target }) => target.open && look(target.closest(".card"), false), true);
desk.addEventListener("focusin", ({ target }) => {
  const card = target.closest(".card");
  if (card && card.dataset.place !== current) {
    current = card.dataset.place;
    reflect();
  }
});

// What the server answers.

document.addEventListener("htmx:afterSettle", ({ detail }) => {
  const card = detail.elt.closest?.(".card") ?? cardOf(current);
  if (!card || detail.target?.id?.startsWith("reading-")) return;
  reflect();
  if (card.dataset.follow === undefined) {
    // A field that htmx has given the focus back keeps it: somebody may be typing on.
    look(card, !card.contains(document.activeElement) || card.querySelector(".is-wrong") !== null);
    return;
  }
  const all = cards();
  const next = [...all.slice(all.indexOf(card)), ...all].find((each) => each.matches(OPEN));
  say(`${card.querySelector(".outcome")?.textContent ?? ""}: ${card.getAttribute("aria-label")}`);
  look(next ?? card);
});
document.addEventListener("htmx:beforeSwap", (event) => {
  if (!event.detail.xhr.responseURL.includes("/login/")) return;
  event.detail.shouldSwap = false;
  failed("You have been logged out. Log in again in another tab; what you typed stays here.");
});
document.addEventListener("htmx:responseError", () => failed("This was not stored: the server refused it. Try again."));
for (const failure of ["htmx:sendError", "htmx:timeout"])
  document.addEventListener(failure, () => failed("This was not stored: the server did not answer. Try again."));

// What is typed is stored a moment later. Where that fails it is tried again; whoever leaves before takes it along.

const AGAIN = 4000; // milliseconds
const typing = new Set(); // forms with words that the server does not have
let missing = false; // whether the server did not take the last words
let retry = null;

const stores = (element) => element?.matches?.("[hx-post]:not(form)") && element.closest(".draft");

function failed(words) {
  missing = true;
  say(words, true);
  clearTimeout(retry);
  retry = setTimeout(again, AGAIN);
}

/** Let htmx store what is typed once more. */
function again() {
  for (const form of typing) {
    if (form.isConnected) form.dispatchEvent(new Event("input", { bubbles: true }));
    else typing.delete(form);
  }
}

desk.addEventListener("input", ({ target }) => {
  const form = target.closest(".draft");
  if (form && form.querySelector(":scope > [hx-post]")) typing.add(form);
});
// Words that come while others are on their way are still to be sent: htmx then asks again.
document.addEventListener("htmx:beforeRequest", ({ detail }) => typing.delete(stores(detail.elt) || null));
document.addEventListener("htmx:afterRequest", ({ detail }) => {
  const form = stores(detail.elt);
  const stored = detail.successful && !detail.xhr.responseURL.includes("/login/");
  if (form && !stored) typing.add(form);
  if (!stored || !missing) return;
  missing = false;
  say("The server answers again.");
});
window.addEventListener("online", again);
window.addEventListener("pagehide", () => {
  for (const form of typing) {
    const body = new FormData(form);
    body.set("do", "autosave");
    fetch(form.action, { method: "POST", body, keepalive: true, headers: { "HX-Request": "true" } });
  }
});
window.addEventListener("beforeunload", (event) => missing && typing.size && event.preventDefault());

new ResizeObserver(align).observe(desk);
desk.addEventListener("toggle", align, true);
desk.addEventListener("input", align);
const first = cardOf(location.hash.replace("#place-", "")) || desk.querySelector(".card:has(.draft, details[open])");
look(first, false);
// Going to the place that the address names takes the focus away once more, so it is given after that.
window.addEventListener("load", () => location.hash && look(first));
