// Keys for readers: j and k step through events, / searches, ? explains. They can be switched off, never work
// in a field, and leave every key with a modifier to the browser.

const dialog = document.getElementById("keys");
const use = document.getElementById("keys-use");
const opener = document.getElementById("keys-open");
const OFF = "debateline:keys-off";

function stored() {
  try {
    return localStorage.getItem(OFF);
  } catch {
    return null;
  }
}

function store(off) {
  try {
    if (off) localStorage.setItem(OFF, "1");
    else localStorage.removeItem(OFF);
  } catch {
    // It then holds for this page only.
  }
}

/** The link to the next (1) or the previous (-1) event of an open story, on its page or beside the chart. */
function neighbour(step) {
  const rel = step > 0 ? "next" : "prev";
  const open = document.querySelector(".drawer.is-open");
  return (open ?? document).querySelector(`.drawer-nav [rel="${rel}"], .neighbours [rel="${rel}"]`);
}

/** The card to go to from the one that has the focus, or without one the first that is in sight. */
function card(step) {
  const links = [...document.querySelectorAll(".card h4 a")];
  const at = links.findIndex((link) => link.closest(".card").contains(document.activeElement));
  if (at >= 0) return links[at + step];
  return links.find((link) => link.getBoundingClientRect().top > 80) ?? links.at(0);
}

function step(by) {
  // A story that has just come in knows its links a moment later; whoever is quicker than that loses no key.
  if (document.querySelector("#drawer:is(.htmx-added, .htmx-swapping, .htmx-settling), #drawer .htmx-added")) {
    requestAnimationFrame(() => step(by));
    return;
  }
  if (document.querySelector(".drawer.is-open, .neighbours")) neighbour(by)?.click();
  else card(by)?.focus();
}

const acts = {
  j: () => step(1),
  k: () => step(-1),
  "/": () => document.getElementById("q")?.focus(),
  "?": () => dialog.showModal(),
};

const writes = (element) =>
  element.isContentEditable || element.matches("select, textarea, input:not([type=checkbox], [type=radio])");

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || !use.checked) return;
  if (dialog.open || !(event.key in acts) || writes(event.target)) return;
  event.preventDefault();
  acts[event.key]();
});

use.checked = !stored();
use.addEventListener("change", () => store(!use.checked));
opener.hidden = false;
opener.addEventListener("click", () => dialog.showModal());
dialog.addEventListener("click", (event) => event.target === dialog && dialog.close());
