// Nothing typed into a form of the admin is lost to a session that has ended or a connection that is gone: the
// server is asked before the form is sent, and where it does not know us any more the page stays as it is.
"use strict";
{
  const { ask, login } = document.currentScript.dataset;
  const answered = new WeakSet(); // forms that may go

  // Logging in, in whichever tab, gives the browser another token than the page was made with.
  const token = () => /(?:^|;\s*)csrftoken=([^;]+)/.exec(document.cookie)?.[1];
  const renew = (form) => {
    const field = form.querySelector("[name=csrfmiddlewaretoken]");
    if (field && token()) field.value = token();
  };
  const holdsWords = (form) => form.querySelector("textarea, input[type=file], input[type=text], input[type=url]");

  const tell = (form, words, link) => {
    const note = form.querySelector(".errornote.is-session") ?? document.createElement("p");
    note.className = "errornote is-session";
    note.setAttribute("role", "alert");
    note.replaceChildren(words);
    if (link) {
      const way = document.createElement("a");
      way.href = login;
      way.target = "_blank";
      way.textContent = "Log in in another tab";
      note.append(" ", way, ", then press again.");
    }
    form.prepend(note);
    note.scrollIntoView({ block: "center" });
  };

  const LONGEST = 2_000_000; // bytes of typed text; the server hangs up on half a million more
  const isTooLong = (form) => {
    const words = [...form.querySelectorAll("textarea")].map(({ value }) => value);
    return new Blob(words).size > LONGEST;
  };

  const send = async (form, button) => {
    try {
      const answer = await fetch(ask, { cache: "no-store", credentials: "same-origin", redirect: "manual" });
      if (answer.type === "opaqueredirect") {
        tell(form, "You have been logged out. What you typed is still here.", true);
        return;
      }
    } catch {
      tell(form, "The server does not answer. What you typed is still here: press again in a moment.");
      return;
    }
    renew(form);
    form.querySelector(".errornote.is-session")?.remove();
    answered.add(form);
    form.requestSubmit(button);
  };

  document.addEventListener(
    "submit",
    (event) => {
      const form = event.target;
      if (form.method !== "post" || form.hasAttribute("hx-post")) return;
      if (answered.delete(form) || !form.closest("#content") || !holdsWords(form)) {
        renew(form);
        return;
      }
      event.preventDefault();
      event.stopImmediatePropagation();
      if (isTooLong(form)) {
        tell(form, "This is more text than a form can send. Shorten it, or choose it as a file.");
        return;
      }
      send(form, event.submitter);
    },
    true,
  );
  document.addEventListener("htmx:configRequest", ({ detail }) => {
    if (token() && detail.parameters.csrfmiddlewaretoken) detail.parameters.csrfmiddlewaretoken = token();
  });
}
