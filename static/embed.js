// In the frame: tells the page around it how high the view is, and points from the list to the chart and back.

const frame = document.documentElement;
let told = 0;

function tell() {
  const height = Math.ceil(document.body.getBoundingClientRect().height);
  if (height !== told && window.parent !== window) {
    told = height;
    // Whoever frames it may know: it is no more than they see.
    window.parent.postMessage({ type: "debateline:height", height }, "*");
  }
}

new ResizeObserver(tell).observe(document.body);
window.addEventListener("message", (event) => {
  if (event.source === window.parent && event.data?.type === "debateline:ask") {
    told = 0;
    tell();
  }
});

function point(event) {
  const slug = event.target.closest?.("[data-slug]")?.dataset.slug ?? null;
  for (const pointed of frame.querySelectorAll(".is-pointed")) pointed.classList.remove("is-pointed");
  if (slug === null) return;
  for (const item of frame.querySelectorAll(`[data-slug="${CSS.escape(slug)}"]`)) item.classList.add("is-pointed");
}

document.addEventListener("pointerover", point);
document.addEventListener("focusin", point);
