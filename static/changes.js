// "Since your last visit", without an account: this browser alone remembers when that was. A visit ends half
// an hour after the last page of a debate was left.

const PAUSE = 30 * 60 * 1000; // ms
const key = (path) => `debateline:visit:${path}`;

/** {seen: when the debate was last on the screen, before: when the visit before this one ended}, in ms. */
function remembered(path) {
  try {
    return JSON.parse(localStorage.getItem(key(path))) ?? {};
  } catch {
    return {}; // no storage, or somebody else's
  }
}

function remember(path, visit) {
  try {
    localStorage.setItem(key(path), JSON.stringify(visit));
  } catch {
    // Without storage there is no last visit to speak of.
  }
}

const path = location.pathname;
const visit = remembered(path);
const now = Date.now();
if (visit.seen && now - visit.seen > PAUSE) visit.before = visit.seen;
visit.seen = now;
remember(path, visit);
addEventListener("pagehide", () => remember(path, { ...remembered(path), seen: Date.now() }));

let line = ""; // what the server says about the time since, asked once for a page

async function ask(url) {
  const since = new Date(visit.before).toISOString().replace(/\.\d+/, "");
  const response = await fetch(`${url}?since=${encodeURIComponent(since)}`).catch(() => null);
  return response?.ok ? (await response.text()).trim() : "";
}

function show() {
  const place = document.querySelector(".last-visit");
  if (!place || !line) return;
  place.innerHTML = line;
  place.hidden = false;
  document.getElementById("changes").classList.add("has-news");
}

const place = document.querySelector(".last-visit");
if (place && visit.before) {
  line = await ask(place.dataset.url);
  show();
}
document.addEventListener("htmx:afterSwap", show);
