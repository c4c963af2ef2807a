// The live chart. The page's static SVG comes first; when everything else is done, Plotly takes its place.
//
//   <figure id="chart" class="chart" data-figure-url="…/chart.json?…" data-plotly-src="…/plotly.min.js">
//     <div class="chart-stage">
//       <div class="chart-static"> one svg for each width class </div>
//       <div class="chart-live" hidden></div>
//     </div>
//   </figure>
//
// The page says (events on document.body):      The chart says:
//   debateline:changed {figureUrl, selected}      debateline:zoom  {from, to}   ISO days, or nulls: all
//   debateline:select  {slug}                     debateline:open  {slug}
//   debateline:point   {slug}                     debateline:hover {slug}       or null
//
// Whatever fails leaves the static drawing in place.

const DAY = 86400000;
const WIDTHS = [["wide", 960], ["medium", 640], ["narrow", 0]];
const dark = matchMedia("(prefers-color-scheme: dark)");

const tell = (name, detail) => document.body.dispatchEvent(new CustomEvent(`debateline:${name}`, { detail }));

const isoDay = (days) => new Date(days * DAY).toISOString().slice(0, 10);

/** A moment as Plotly writes it ("2023-08-11 12:00"), in ms; days and times are nobody's local ones. */
function instant(text) {
  const iso = String(text).replace(" ", "T");
  return Date.parse(iso.includes("T") ? `${iso}Z` : iso);
}

let script = null;

/** Load Plotly once; a failure may be tried again. */
function loadPlotly(src) {
  if (window.Plotly) return Promise.resolve(window.Plotly);
  script ??= new Promise((resolve, reject) => {
    const element = document.createElement("script");
    element.src = src;
    element.onload = () => resolve(window.Plotly);
    element.onerror = () => {
      script = null;
      reject(new Error("Plotly did not load"));
    };
    document.head.append(element);
  });
  return script;
}

/** First and last whole day of a visible range, without the margin that the server adds around a window. */
function daysIn(range, pad) {
  const [left, right] = range.map(instant);
  const length = (right - left) / (1 + 2 * pad);
  const first = Math.round((left + pad * length) / DAY);
  const last = Math.max(first, Math.round((left + (1 + pad) * length) / DAY) - 1);
  return { from: isoDay(first), to: isoDay(last) };
}

class Chart {
  constructor(figure) {
    this.figure = figure;
    this.still = figure.querySelector(".chart-static");
    this.live = figure.querySelector(".chart-live");
    this.url = figure.dataset.figureUrl;
    this.selected = this.still.querySelector(".is-selected")?.dataset.slug ?? null;
    this.pointed = null;
    this.places = new Map();
    this.drawn = null;
    this.ended = new AbortController();
    this.listen();
  }

  get size() {
    const width = this.figure.clientWidth;
    return WIDTHS.find(([, least]) => width >= least)[0];
  }

  get theme() {
    return document.documentElement.dataset.theme || (dark.matches ? "dark" : "light");
  }

  listen() {
    const { signal } = this.ended;
    const on = (target, name, act) => target.addEventListener(name, act, { signal });
    on(document.body, "debateline:changed", ({ detail }) => this.change(detail));
    on(document.body, "debateline:select", ({ detail }) => this.ring("selected", detail.slug));
    on(document.body, "debateline:point", ({ detail }) => this.ring("pointed", detail.slug));
    on(this.still, "click", (event) => this.clicked(event));
    on(this.still, "pointerover", (event) => this.hovered(event.target.closest("[data-slug]")?.dataset.slug));
    on(this.still, "pointerleave", () => this.hovered(null));
    on(dark, "change", () => this.refresh());
    this.themes = new MutationObserver(() => this.refresh());
    this.themes.observe(document.documentElement, { attributeFilter: ["data-theme"] });
    this.sizes = new ResizeObserver(() => this.resized());
    this.sizes.observe(this.figure);
  }

  /** A plain click on a mark of the static drawing opens its event in the page; any other follows the link. */
  clicked(event) {
    const mark = event.target.closest("[data-slug]");
    const plain = event.button === 0 && !(event.metaKey || event.ctrlKey || event.shiftKey || event.altKey);
    if (!mark || !plain) return;
    event.preventDefault();
    tell("open", { slug: mark.dataset.slug });
  }

  hovered(slug) {
    if ((slug ?? null) === this.over) return;
    this.over = slug ?? null;
    tell("hover", { slug: this.over });
  }

  change({ figureUrl, selected }) {
    if (selected !== undefined) this.selected = selected;
    const other = figureUrl && figureUrl !== this.url;
    if (figureUrl) this.url = figureUrl;
    if (!other) return this.ring("selected", this.selected);
    this.still.dataset.stale = "";
    return this.draw();
  }

  /** Draw again when something other than the filters has changed, if it has been drawn at all. */
  refresh() {
    if (this.drawn && (this.drawn.theme !== this.theme || this.drawn.size !== this.size)) this.draw();
  }

  resized() {
    if (this.waiting) this.draw();
    if (!this.drawn || !this.live.clientWidth) return; // on paper, say, only the static drawing is shown
    if (this.drawn.size !== this.size) this.draw();
    else window.Plotly.Plots.resize(this.live);
  }

  /** Whether the page shows it: a telephone does so only when asked. */
  get shown() {
    return this.figure.clientWidth > 0;
  }

  /** Fetch the figure and draw it; the latest call wins. Out of sight, it waits until it is seen. */
  async draw() {
    this.waiting = !this.shown;
    if (this.waiting) return;
    this.asking?.abort();
    const asking = (this.asking = new AbortController());
    const [size, theme] = [this.size, this.theme];
    try {
      const [Plotly, picture] = await Promise.all([
        loadPlotly(this.figure.dataset.plotlySrc),
        this.fetchFigure(size, theme, asking.signal),
      ]);
      if (asking.signal.aborted || this.ended.signal.aborted) return;
      await this.show(Plotly, picture);
      this.drawn = { size, theme };
    } catch (error) {
      if (error.name !== "AbortError") await this.fallBack();
    }
  }

  async fetchFigure(size, theme, signal) {
    const url = new URL(this.url, location.href);
    url.searchParams.set("width", size);
    url.searchParams.set("theme", theme);
    const response = await fetch(url, { signal, headers: { Accept: "application/json" } });
    if (!response.ok) throw new Error(`chart: ${response.status}`);
    return response.json();
  }

  async show(Plotly, { data, layout }) {
    const first = !this.drawn;
    this.places = new Map();
    for (const trace of data.filter((each) => each.uid === "marks")) {
      trace.customdata.forEach((slug, i) => {
        const place = this.places.get(slug) ?? { x: [], y: [] };
        place.x.push(trace.x[i]);
        place.y.push(trace.y[i]);
        this.places.set(slug, place);
      });
    }
    for (const trace of data) {
      if (trace.uid === "selected" || trace.uid === "pointed") Object.assign(trace, this.placesOf(this[trace.uid]));
    }
    layout.font = { family: getComputedStyle(this.figure).fontFamily };
    this.live.hidden = false;
    this.live.style.visibility = first ? "hidden" : "";
    await Plotly.react(this.live, data, layout, this.config(layout));
    for (const svg of this.live.querySelectorAll(".main-svg")) svg.setAttribute("aria-hidden", "true");
    if (first) this.wire();
    this.still.hidden = true;
    this.live.style.visibility = "";
  }

  config(layout) {
    const words = this.figure.dataset;
    const whole = {
      name: "whole",
      title: words.whole,
      icon: { width: 24, height: 24, path: "M2 5h2v14H2zM20 5h2v14h-2zM6 12l4-4v3h4V8l4 4-4 4v-3h-4v3z" },
      click: () => this.zoom(null),
    };
    const modes = layout.meta.width === "narrow" ? ["pan2d"] : ["zoom2d", "pan2d"];
    return {
      displayModeBar: matchMedia("(hover: none)").matches ? true : "hover",
      displaylogo: false,
      // Plotly knows its buttons by their English names.
      locale: "page",
      locales: {
        page: {
          dictionary: { Zoom: words.zoom, Pan: words.pan, "Zoom in": words.zoomIn, "Zoom out": words.zoomOut },
        },
      },
      doubleClick: false,
      modeBarButtons: [[...modes, "zoomIn2d", "zoomOut2d", whole]],
      responsive: false,
      scrollZoom: false,
      showTips: false,
    };
  }

  /** Listen to the drawing; a tap comes as two clicks and a double click, of which only one click is meant. */
  wire() {
    const slugOf = ({ points }) => points.find((point) => point.customdata)?.customdata;
    let pointer = "mouse";
    let opened = 0;
    this.live.addEventListener("pointerdown", (event) => (pointer = event.pointerType), {
      capture: true,
      signal: this.ended.signal,
    });
    this.live.on("plotly_click", (event) => {
      const again = performance.now() - opened < 400;
      opened = performance.now();
      if (slugOf(event) && !again) tell("open", { slug: slugOf(event) });
    });
    this.live.on("plotly_hover", (event) => this.hovered(slugOf(event)));
    this.live.on("plotly_unhover", () => this.hovered(null));
    this.live.on("plotly_doubleclick", () => pointer === "mouse" && this.zoom(null));
    this.live.on("plotly_relayout", (change) => {
      if (Object.keys(change).some((key) => key.startsWith("xaxis.range"))) this.zoom(this.live.layout.xaxis.range);
    });
  }

  /** Tell the page of a new visible range, once it has come to rest; null asks for the whole period at once. */
  zoom(range) {
    clearTimeout(this.resting);
    const say = () => tell("zoom", range ? daysIn(range, this.live.layout.meta.pad) : { from: null, to: null });
    this.resting = setTimeout(say, range ? 250 : 0);
  }

  placesOf(slug) {
    return this.places.get(slug) ?? { x: [], y: [] };
  }

  /** Mark an event as "selected" or "pointed" in both drawings. */
  ring(how, slug) {
    this[how] = slug ?? null;
    for (const mark of this.still.querySelectorAll("[data-slug]")) {
      mark.classList.toggle(`is-${how}`, mark.dataset.slug === this[how]);
    }
    if (!this.drawn) return;
    const index = this.live.data.findIndex((trace) => trace.uid === how);
    const { x, y } = this.placesOf(this[how]);
    window.Plotly.restyle(this.live, { x: [x], y: [y] }, [index]);
  }

  /** Without Plotly, take the static drawing of the page as it is now. */
  async fallBack() {
    if (this.drawn) this.erase();
    if (!("stale" in this.still.dataset)) return;
    const response = await fetch(location.href, { headers: { Accept: "text/html" } }).catch(() => null);
    if (!response?.ok) return;
    const page = new DOMParser().parseFromString(await response.text(), "text/html");
    const fresh = page.querySelector("#chart .chart-static");
    if (!fresh) return;
    this.still.replaceChildren(...fresh.childNodes);
    delete this.still.dataset.stale;
  }

  erase() {
    window.Plotly.purge(this.live);
    this.live.hidden = true;
    this.still.hidden = false;
    this.drawn = null;
  }

  end() {
    this.ended.abort();
    this.asking?.abort();
    this.sizes.disconnect();
    this.themes.disconnect();
    clearTimeout(this.resting);
    if (this.drawn) this.erase();
  }
}

let chart = null;

/** Take charge of the page's chart, and let go of one that has left the page. */
function adopt() {
  const figure = document.getElementById("chart");
  if (chart?.figure === figure) return;
  chart?.end();
  chart = figure && new Chart(figure);
  if (!chart) return;
  const idle = window.requestIdleCallback ?? ((act) => setTimeout(act, 200));
  idle(() => chart?.figure === figure && chart.draw(), { timeout: 2000 });
}

if (document.readyState === "complete") adopt();
else addEventListener("load", adopt, { once: true });

// Where htmx replaces the whole body (Back, Forward), the chart is a new one.
for (const name of ["htmx:afterSettle", "htmx:historyRestore", "htmx:historyCacheMissLoad"]) {
  document.addEventListener(name, adopt);
}
// A snapshot of the page must not hold Plotly's drawing: it would come back dead, with inline styles.
document.addEventListener("htmx:beforeHistorySave", () => {
  if (window.htmx?.config.historyCacheSize > 0 && chart?.drawn) chart.erase();
});
