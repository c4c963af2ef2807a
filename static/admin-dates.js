// The reading of a date beside its field, renewed as one types. The server reads; this only asks and shows.
"use strict";
{
  const PAUSE = 250; // milliseconds without a key before asking
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
    if (alone) return new URLSearchParams({ single: alone.dataset.single, date_text: alone.querySelector("input").value });
    const prefix = prefixOf(box);
    const asked = new URLSearchParams({ source: sourceOf(prefix) });
    for (const name of FIELDS) asked.set(name, value(prefix + name));
    return asked;
  };

  const show = async (box) => {
    const asked = asking(box);
    pending.get(box)?.request?.abort();
    const request = new AbortController();
    pending.set(box, { request });
    try {
      const answer = await fetch(`${box.dataset.url}?${asked}`, { signal: request.signal, credentials: "same-origin" });
      if (!answer.ok || answer.redirected) throw new Error(`answered ${answer.status}`);
      box.innerHTML = await answer.text();
    } catch (failure) {
      if (failure.name !== "AbortError") box.textContent = "The reading cannot be shown just now; saving will read the date.";
    }
  };

  const renew = (box) => {
    clearTimeout(pending.get(box)?.timer);
    pending.set(box, { ...pending.get(box), timer: setTimeout(show, PAUSE, box) });
  };

  // A citation's words may also be those of the event, so a change anywhere renews both.
  const touched = (name) => {
    const field = name.replace(/^[a-z_]+-\d+-/, "");
    if (![...FIELDS, "source", "DELETE"].includes(field)) return;
    const prefix = name.slice(0, name.length - field.length);
    for (const box of document.querySelectorAll(".date-reading[data-url]:not(.read-input *)")) {
      const own = prefixOf(box);
      if (own === prefix || own === "") renew(box);
    }
  };

  document.addEventListener("input", (event) => {
    const alone = event.target.closest?.(".read-input");
    if (alone) renew(alone.querySelector(".date-reading"));
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
