// The links to the other languages lead to what is shown now, also after a filter has changed the address.

function follow() {
  for (const link of document.querySelectorAll(".languages a")) {
    const address = new URL(location.href);
    address.searchParams.set("lang", link.hreflang);
    link.href = address.pathname + address.search;
  }
}

for (const name of ["htmx:pushedIntoHistory", "htmx:replacedInHistory", "htmx:historyRestore"]) {
  document.addEventListener(name, follow);
}
