// For the page around an embed: lets each frame be as high as what it shows. Include it once, anywhere.
//
//   <script src="https://debates.example/static/embed-resize.js" async></script>
//
// It believes a message only if it comes from the window of a frame whose address is an embed of the site that
// this script was loaded from, and if it names a sensible height. It sends nothing but the question for it.

(() => {
  const site = new URL(document.currentScript.src).origin;
  const LEAST = 80;
  const MOST = 5000;

  function embeds() {
    return [...document.querySelectorAll("iframe[src]")].filter((frame) => {
      const address = new URL(frame.src, document.baseURI);
      return address.origin === site && /^\/[^/]+\/embed\//.test(address.pathname);
    });
  }

  window.addEventListener("message", (event) => {
    // A sandboxed frame speaks from the origin "null": which window it is says more than its name.
    if (event.origin !== site && event.origin !== "null") return;
    const { type, height } = Object(event.data);
    if (type !== "debateline:height" || !Number.isFinite(height)) return;
    const frame = embeds().find((each) => each.contentWindow === event.source);
    if (frame) frame.style.height = `${Math.min(Math.max(height, LEAST), MOST)}px`;
  });

  function ask() {
    for (const frame of embeds()) frame.contentWindow?.postMessage({ type: "debateline:ask" }, "*");
  }

  // Frames that were loaded before this script have spoken already.
  ask();
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", ask);
})();
