// The reading of a date beside its field, renewed as one types. The server reads; this only asks and shows.
"use strict";
{
  const PAUSE = 250; // milliseconds without a key before asking
  const SILENCE = 1000; // milliseconds without another reading before it is said aloud
  const REASON = "date_basis";
  const FIELDS = ["date_text", "anchor", "language", "date_override", "throughout_override"];
  const pending = new WeakMap(); // box -> {timer, request}

  // Fields of a row inside another form carry its prefix, "citations-0-".
  const prefixOf = (box) => {
    const row = box.closest(".inline-related");
    return row ? `${row.id}-` : "";
  };
  const value = (name) => document.querySelector(`[name="${CSS.escape(name)}"]`)?.value ?? "";

  // An event's words are read in the language of the first citation that has the same.
  const sourceOf = (prefix) => {
    const own = value(`${prefix}source`);
    if (own || prefix) return own;
    const words = value("date_text").trim();
    for (const field of document.querySelectorAll('[name^="citations-"][name$="-date_text"]')) {
      const row = field.name.slice(0, -"date_text".length);
      const gone = document.querySelector(`[name="${row}DELETE"]`)?.checked;
      if (words && !gone && field.value.trim() === words && value(`${row}source`)) return value(`${row}source`);
    }
    return "";
  };

  // A field for one date stands by itself; words are read with all that their row says of them.
  const asking = (box) => {
    const alone = box.closest(".read-input");
    if (alone) {
      const { single, day } = alone.dataset;
      const known = single === "published" ? { anchor: day, language: value("language") } : {};
      return new URLSearchParams({ single, date_text: alone.querySelector("input").value, ...known });
    }
    const prefix = prefixOf(box);
    const asked = new URLSearchParams({ source: sourceOf(prefix) });
    for (const name of FIELDS) asked.set(name, value(prefix + name));
    asked.set(REASON, value(prefix + REASON).trim().slice(0, 1));
    return asked;
  };

  // What is heard is one sentence, once the typing has come to rest; the strip and the reasons are there to read.
  const spoken = document.createElement("p");
  spoken.className = "visually-hidden";
  spoken.setAttribute("role", "status");
  document.addEventListener("DOMContentLoaded", () => document.getElementById("content")?.append(spoken));
  let silence = null;
  const speak = (box) => {
    const heard = box.querySelector("strong") ?? box.querySelector("p");
    const words = heard ? heard.textContent.trim() : "";
    clearTimeout(silence);
    silence = setTimeout(() => {
      const said = heard?.matches("strong") ? `Read as ${words}` : words;
      if (spoken.textContent !== said) spoken.textContent = said;
    }, SILENCE);
  };

  const lost = (answer) =>
    answer?.redirected
      ? "You are no longer logged in. Log in in another window; what is typed here stays."
      : "The reading cannot be shown just now; saving will read the date.";

  const show = async (box, aloud) => {
    const request = new AbortController();
    pending.set(box, { request });
    let answer;
    try {
      answer = await fetch(`${box.dataset.url}?${asking(box)}`, { signal: request.signal, credentials: "same-origin" });
      if (!answer.ok || answer.redirected) throw new Error(`answered ${answer.status}`);
      box.innerHTML = await answer.text();
    } catch (failure) {
      if (failure.name === "AbortError") return;
      const said = document.createElement("p");
      said.textContent = lost(answer);
      box.replaceChildren(said);
    }
    box.removeAttribute("aria-busy");
    if (aloud) speak(box);
  };

  // From the first key on, what stands there is of words that are no more: it fades, and its answer is unwanted.
  const renew = (box, aloud) => {
    const { timer, request } = pending.get(box) ?? {};
    clearTimeout(timer);
    request?.abort();
    box.setAttribute("aria-busy", "true");
    pending.set(box, { timer: setTimeout(show, PAUSE, box, aloud) });
  };

  // A citation's words may also be those of the event, so a change anywhere renews both.
  const touched = (name) => {
    const field = name.replace(/^[a-z_]+-\d+-/, "");
    if (![...FIELDS, REASON, "source", "DELETE"].includes(field)) return;
    if (field === "language") document.querySelectorAll('[data-single="published"] .date-reading').forEach((box) => renew(box));
    const prefix = name.slice(0, name.length - field.length);
    for (const box of document.querySelectorAll(".date-reading[data-url]:not(.read-input *)")) {
      const own = prefixOf(box);
      if (own === prefix || own === "") renew(box, own === prefix);
    }
  };

  document.addEventListener("input", (event) => {
    const alone = event.target.closest?.(".read-input");
    if (alone) renew(alone.querySelector(".date-reading"), true);
    else touched(event.target.name ?? "");
  });
  document.addEventListener("change", (event) => touched(event.target.name ?? ""));
  // Choices and the calendar announce themselves through jQuery or not at all.
  django.jQuery(document).on("change", "select", (event) => touched(event.target.name ?? ""));
  document.addEventListener("click", (event) => {
    const calendar = event.target.closest?.(".calendarbox, .datetimeshortcuts");
    if (calendar) setTimeout(touched, 0, "anchor");
  });
}
