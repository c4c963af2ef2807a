// Tells every search in a choice, and every “add another” window, which debate the form is about.
"use strict";
{
  const $ = django.jQuery;
  let asking = null; // the choice that is open: only one can be

  const valueOf = (id) => document.getElementById(id)?.value ?? "";

  // The question of the row that an element stands in, or that of the form.
  const questionBeside = (element) => {
    const row = element.closest(".inline-related, form");
    const question = [...(row?.querySelectorAll("select[name]") ?? [])].find(
      (select) => select !== element && /(^|-)question$/.test(select.name),
    );
    return question?.value ?? "";
  };

  const scope = (element) => {
    const known = { debate: valueOf("id_debate"), event: valueOf("id_event"), question: questionBeside(element) };
    return new URLSearchParams(Object.entries(known).filter(([, value]) => value));
  };

  $(document).on("select2:opening", (event) => {
    asking = event.target;
  });
  $.ajaxPrefilter((options) => {
    if (asking && options.url === asking.dataset["ajax-Url"]) {
      options.data = [options.data, scope(asking).toString()].filter(Boolean).join("&");
    }
  });

  // Before Django's own handler, which opens the window at the link's address.
  document.addEventListener(
    "click",
    (event) => {
      const link = event.target.closest?.("a.add-related");
      const debate = valueOf("id_debate");
      if (!link || !debate) return;
      const address = new URL(link.href);
      address.searchParams.set("debate", debate);
      link.href = address;
    },
    true,
  );
}
