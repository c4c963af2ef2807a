// The review queue by keyboard: single keys, but only while an event of the queue has the focus.

const items = [...document.querySelectorAll(".review-item")];
const typing = (element) => element.closest("input, textarea, select, [contenteditable]");

const move = (item, step) => items[items.indexOf(item) + step]?.focus();

const act = (item, key) => {
  const target = item.querySelector(`[data-key="${key}"]`);
  if (!target) return false;
  if (target.localName === "summary") {
    target.parentElement.open = true;
    target.parentElement.querySelector("textarea").focus();
  } else {
    target.click();
  }
  return true;
};

document.addEventListener("keydown", (event) => {
  const item = event.target.closest(".review-item");
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (!item) return;
  if (typing(event.target)) {
    // What is typed stays there, for when it is opened again.
    if (event.key === "Escape") {
      event.target.closest("details")?.removeAttribute("open");
      item.focus();
    }
    return;
  }
  if (event.key === "j" || event.key === "k") move(item, event.key === "j" ? 1 : -1);
  else if (!act(item, event.key)) return;
  event.preventDefault();
});

// Whoever comes back from a decision goes on with the keyboard where the queue begins.
if (!location.hash && items.length) items[0].focus({ preventScroll: true });
