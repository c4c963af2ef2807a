// The debate as of a day: a slider over the days of the debate, and a button that plays them month by month. Both
// only write the day into the field of the form, which asks as it always does; the fragment is all that comes.

const DAY = 86400000;
const PACE = 900; // ms that a month is looked at, and no less than its answer takes
const slider = document.getElementById("as-of-slider");
const play = document.getElementById("as-of-play");
const form = document.getElementById("filters");
const still = matchMedia("(prefers-reduced-motion: reduce)");

const field = () => form.elements.namedItem("as_of");
const inDays = (iso) => Math.round(Date.parse(iso) / DAY);
const iso = (days) => new Date(days * DAY).toISOString().slice(0, 10);
const language = document.documentElement.lang === "en" ? "en-GB" : document.documentElement.lang;
const words = new Intl.DateTimeFormat(language, { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });

let playing = false;
let waiting = 0;
let running = false; // whether the address is replaced: a run of steps is one step of Back

/** The slider's last place stands for today: the debate without a day. */
const today = () => Number(slider.max);

function label() {
  const days = Number(slider.value);
  const said = days === today() ? slider.dataset.today : words.format(new Date(days * DAY));
  slider.setAttribute("aria-valuetext", said);
  document.getElementById("as-of-shown").textContent = said;
}

/** The slider reaches as far as the view does, and stands where it does. */
function follow() {
  const extent = document.getElementById("as-of-extent");
  document.querySelector(".as-of-time").hidden = !extent;
  if (!extent) return pause();
  slider.min = inDays(extent.dataset.first);
  slider.max = inDays(extent.dataset.last) + 1;
  const day = document.getElementById("state")?.dataset.as_of;
  const days = day ? inDays(day) : NaN;
  slider.value = Number.isNaN(days) ? today() : Math.min(days, today() - 1);
  label();
}

/** Write the day of the slider into the form. */
function write() {
  const days = Number(slider.value);
  field().value = days === today() ? "" : iso(days);
  label();
}

function ask(days) {
  slider.value = days;
  write();
  window.htmx.trigger(form, "change");
}

/** So many months on: their last days, and after the last month today. */
function monthsOn(months) {
  const from = Number(slider.value) === today() && months > 0 ? Number(slider.min) - 1 : Number(slider.value);
  const day = new Date((from + (months > 0 ? 1 : 0)) * DAY);
  const end = Math.round(Date.UTC(day.getUTCFullYear(), day.getUTCMonth() + (months > 0 ? 1 : 0), 0) / DAY);
  return Math.max(Number(slider.min), Math.min(end, today()));
}

function show() {
  play.textContent = still.matches ? play.dataset.step : playing ? play.dataset.pause : play.dataset.play;
  play.classList.toggle("is-playing", playing);
}

function pause() {
  playing = false;
  clearTimeout(waiting);
  show();
}

function step() {
  ask(monthsOn(1));
  if (Number(slider.value) === today()) pause();
}

function toggle() {
  if (playing) return pause();
  document.querySelector(".is-filtering .sheet-close")?.click(); // on a telephone, to see what plays
  playing = !still.matches;
  show();
  step();
}

/** The answer to a step is there: look at it, then take the next. */
function stepLater() {
  clearTimeout(waiting);
  if (playing) waiting = setTimeout(step, PACE);
}

function keys(event) {
  if (event.key === " ") toggle();
  else if (event.key === "PageUp") ask(monthsOn(1));
  else if (event.key === "PageDown") ask(monthsOn(-1));
  else return;
  event.preventDefault();
}

function start() {
  follow();
  show();
  slider.addEventListener("input", write);
  slider.addEventListener("keydown", keys);
  slider.addEventListener("pointerdown", pause);
  slider.addEventListener("blur", () => !playing && (running = false));
  play.addEventListener("click", toggle);
  still.addEventListener("change", () => (pause(), show()));
  document.addEventListener("htmx:afterSettle", ({ target }) => {
    if (target.id !== "view") return;
    if (document.activeElement !== slider || !playing) follow();
    stepLater();
  });
  document.addEventListener("htmx:historyRestore", () => (pause(), follow()));
  for (const name of ["htmx:sendError", "htmx:responseError", "htmx:timeout"]) document.addEventListener(name, pause);
  // Whoever chooses something else while it plays wants to look at it.
  document.addEventListener("change", ({ target }) => target !== form && target !== slider && pause(), true);
  document.addEventListener("click", ({ target }) => target.closest("#view a") && pause(), true);
  document.body.addEventListener("htmx:beforeHistoryUpdate", ({ detail }) => {
    const ours = playing || document.activeElement === slider || document.activeElement === play;
    if (ours && running) detail.history.type = "replace";
    running = ours;
  });
}

if (slider) start();
