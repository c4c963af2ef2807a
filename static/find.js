// Finding a value in a long facet by typing: inside the words of its names, without case or accents. One that is
// found by another name of its shows that name. Without scripts the whole list lies under "more".

const typed = new Map(); // field: what was typed, kept when the server's answer replaces the facet

const fold = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();

/** Show the values of a facet that hold what is typed; those that are ticked always stay. */
function narrow(field) {
  const facet = field.closest("fieldset");
  const words = fold(field.value.trim());
  typed.set(field.id, field.value);
  let found = 0;
  for (const value of facet.querySelectorAll(".value")) {
    const label = value.querySelector(".value-label");
    const named = fold(label.textContent).includes(words);
    const other = named ? undefined : value.dataset.also?.split("; ").find((name) => fold(name).includes(words));
    if (other) label.dataset.foundBy = other;
    else delete label.dataset.foundBy;
    const fits = named || other !== undefined;
    found += fits;
    value.hidden = !fits && !value.querySelector("input").checked;
  }
  facet.classList.toggle("is-narrowed", words !== "");
  const more = facet.querySelector(".more");
  if (more && words) more.open = true;
  return found;
}

/** Bring the fields of the page to life. */
function adopt() {
  for (const paragraph of document.querySelectorAll(".find")) {
    paragraph.hidden = false;
    const field = paragraph.querySelector("input");
    if (typed.get(field.id)) {
      field.value = typed.get(field.id);
      narrow(field);
    }
  }
}

document.addEventListener("input", ({ target }) => {
  if (!target.matches(".find input")) return;
  const found = narrow(target);
  document.getElementById("announcer").textContent = `${target.dataset.told} ${found}`;
});
// It is no filter: the form must not hear of it.
document.addEventListener("change", (event) => event.target.matches(".find input") && event.stopPropagation(), true);
document.addEventListener("htmx:afterSwap", adopt);
adopt();
