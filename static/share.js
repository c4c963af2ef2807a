// The share panel: the page behind a Share link opens in a dialog, fields get a button that copies them, and the
// system's own share sheet is offered where there is one. Without this script the link leads to the same panel.

let dialog = null;

function makeDialog() {
  dialog = document.createElement("dialog");
  dialog.className = "share-dialog";
  dialog.setAttribute("aria-labelledby", "share-title");
  // A click on the backdrop is a click on the dialog itself: what is in it lies above.
  dialog.addEventListener("click", (event) => event.target === dialog && dialog.close());
  // What lies below has its own idea of what Escape closes.
  dialog.addEventListener("keydown", (event) => event.key === "Escape" && event.stopPropagation());
  dialog.addEventListener("close", () => dialog.replaceChildren());
  document.body.append(dialog);
}

/** The panel's address: that of the link, with the filters that are in force by now. */
function panelAddress(link) {
  return "follow" in link.dataset ? new URL(link.pathname + location.search, location.origin) : new URL(link.href);
}

async function fetchPanel(url) {
  const answer = await fetch(url, { headers: { "HX-Request": "true" }, credentials: "same-origin" });
  if (!answer.ok) throw new Error(`the share panel answered ${answer.status}`);
  return new DOMParser().parseFromString(await answer.text(), "text/html").body;
}

async function open(link) {
  const url = panelAddress(link);
  try {
    const panel = await fetchPanel(url);
    if (!dialog) makeDialog();
    dialog.replaceChildren(closeButton(link.dataset.close), ...panel.childNodes);
  } catch {
    location.assign(url); // the page itself says what is wrong
    return;
  }
  equip(dialog);
  dialog.showModal();
  dialog.scrollTop = 0;
}

function closeButton(label) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "share-close";
  button.setAttribute("aria-label", label);
  button.textContent = "×";
  button.addEventListener("click", () => dialog.close());
  return button;
}

/** Give a panel, in a dialog or a page, what needs a script. */
function equip(root) {
  for (const holder of root.querySelectorAll(".copyable")) addCopy(holder, root);
  for (const sheet of root.querySelectorAll(".share-sheet")) offerSheet(sheet);
  const options = root.querySelector(".share-options");
  options?.addEventListener("change", () => follow(options, root));
}

function addCopy(holder, root) {
  const field = holder.querySelector("input, textarea");
  const button = document.createElement("button");
  button.type = "button";
  button.className = "copy";
  button.textContent = holder.dataset.copy;
  button.setAttribute("aria-describedby", field.id);
  button.addEventListener("click", async () => {
    field.select();
    try {
      await navigator.clipboard.writeText(field.value);
    } catch {
      if (!document.execCommand("copy")) return; // it stays selected, for the reader to copy
    }
    button.textContent = holder.dataset.copied;
    root.querySelector("#share-status").textContent = holder.dataset.copied;
    setTimeout(() => {
      button.textContent = holder.dataset.copy;
      root.querySelector("#share-status")?.replaceChildren();
    }, 3000);
  });
  holder.append(button);
}

function offerSheet(sheet) {
  if (!navigator.share) return;
  const button = sheet.querySelector("button");
  sheet.hidden = false;
  // Closing the sheet without sharing is no error.
  button.addEventListener("click", () => navigator.share({ title: button.dataset.title, url: button.dataset.url }).catch(() => {}));
}

let asked = 0; // how often other options were chosen: only the answer to the last counts

/** Other options give another embed: only that part of the panel is asked for again. */
async function follow(options, root) {
  const mine = ++asked;
  const url = new URL(options.dataset.panel, location.origin);
  url.search = new URLSearchParams(new FormData(options));
  const panel = await fetchPanel(url);
  if (mine !== asked || !options.isConnected) return;
  const focused = document.activeElement.id;
  const fresh = panel.querySelector("#share-embed");
  root.querySelector("#share-embed").replaceWith(fresh);
  equipEmbed(fresh, root);
  document.getElementById(focused)?.focus();
}

function equipEmbed(part, root) {
  for (const holder of part.querySelectorAll(".copyable")) addCopy(holder, root);
  const options = part.querySelector(".share-options");
  options.addEventListener("change", () => follow(options, root));
}

document.addEventListener("click", (event) => {
  const link = event.target.closest?.("a.share-link");
  if (!link || event.defaultPrevented || event.button || event.metaKey || event.ctrlKey || event.shiftKey) return;
  event.preventDefault();
  open(link);
});

for (const page of document.querySelectorAll("main .share, main .shared")) equip(page);
