// Names the fields in which choices are searched, and keeps their lists from being announced as broken ones:
// the library that draws them puts a button among the items.
"use strict";
{
  const mend = (container) => {
    const select = container.previousElementSibling;
    const name = select?.getAttribute("aria-label") ?? select?.labels?.[0]?.textContent.trim().replace(/:$/, "");
    for (const field of container.querySelectorAll(".select2-search__field:not([aria-label])")) {
      field.setAttribute("aria-label", name || "Search");
    }
    // A single choice is named by what is chosen, so an empty one has no name: the field's comes first.
    const chosen = container.querySelector(".select2-selection--single [role=textbox]");
    if (chosen && name) {
      const single = chosen.closest(".select2-selection");
      single.id ||= `${chosen.id}-field`;
      single.setAttribute("aria-label", name);
      single.setAttribute("aria-labelledby", `${single.id} ${chosen.id}`);
      chosen.removeAttribute("role");
      chosen.removeAttribute("aria-readonly");
    }
    for (const list of container.querySelectorAll("ul.select2-selection__rendered")) {
      list.setAttribute("role", "presentation");
      for (const item of list.children) {
        if (item.localName === "li") item.setAttribute("role", "presentation");
      }
    }
  };

  const all = () => document.querySelectorAll(".select2-container").forEach(mend);

  const begin = () => {
    all();
    // Choosing and adding rows draws them anew; attributes are not watched, so this does not call itself.
    new MutationObserver(all).observe(document.body, { childList: true, subtree: true });
  };

  if (document.readyState === "complete") begin();
  else window.addEventListener("load", begin);
}
