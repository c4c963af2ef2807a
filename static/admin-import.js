// Drives an import from piece to piece, and shows how far it is. Without it, "Continue" does the same.
"use strict";
{
  const LINES = "application/x-ndjson";
  const WAIT = 3000; // milliseconds before asking again where the server did not answer or was busy
  const TRIES = 20; // in a row
  const form = document.getElementById("import-progress");
  const bar = document.getElementById("import-bar");
  const done = document.getElementById("import-done");
  const said = document.getElementById("import-said");
  const on = document.getElementById("import-on");
  const title = document.title;
  const asked = new AbortController();
  let begun = null; // when and where this page began to count
  let told = 0; // the last quarter that was said aloud

  const say = (words) => {
    if (said.textContent !== words) said.textContent = words;
  };
  const pause = () => new Promise((wake) => setTimeout(wake, WAIT));

  // Only quarters are announced: a screen reader would speak of nothing else.
  const show = ({ position, total }) => {
    bar.value = position;
    done.textContent = position;
    const share = total ? position / total : 1;
    document.title = `${Math.floor(100 * share)} % · ${title}`;
    begun ??= { position, at: performance.now() };
    const quarter = Math.floor(4 * share);
    if (quarter <= told || share === 1) return;
    told = quarter;
    const seconds = ((performance.now() - begun.at) / 1000 / (position - begun.position)) * (total - position);
    const left = Number.isFinite(seconds) ? `, about ${Math.max(1, Math.round(seconds))} s left` : "";
    say(`${25 * quarter} % done${left}.`);
  };

  // The lines of an answer, each as soon as it is there.
  async function* linesOf(answer) {
    const reader = answer.body.pipeThrough(new TextDecoderStream()).getReader();
    let rest = "";
    for (;;) {
      const { value, done: ended } = await reader.read();
      if (ended) return;
      const lines = (rest + value).split("\n");
      rest = lines.pop();
      for (const line of lines) yield JSON.parse(line);
    }
  }

  // Does one piece; answers the last line, or null where the page has to be loaded again to log in.
  const piece = async () => {
    const options = { method: "POST", body: new FormData(form), headers: { Accept: LINES }, signal: asked.signal };
    const answer = await fetch(form.action, options);
    if (answer.redirected || answer.status === 403) return null;
    if (!answer.ok) throw new Error(`answered ${answer.status}`);
    let last = { busy: true };
    for await (const line of linesOf(answer)) {
      if (line.position !== undefined) show(line);
      last = line;
    }
    return last;
  };

  const leave = (query) => location.replace(location.pathname + query);

  const work = async () => {
    for (let failed = 0; failed < TRIES; ) {
      let line;
      try {
        line = await piece();
      } catch (failure) {
        if (failure.name === "AbortError") return;
        line = { failed: true };
      }
      if (line === null) return location.reload();
      if (line.taken_back) return leave("?taken_back=1");
      if (line.running === false) return leave("");
      if (failed && line.running) say("");
      failed = line.running ? 0 : failed + 1;
      if (failed) {
        say(line.busy ? "Somebody else is writing; this goes on when they are done." : "The server does not answer; trying again.");
        await pause();
      }
    }
    say("The server has not answered for a minute. What is written is kept; press the button to go on.");
    on.hidden = false;
  };

  on.hidden = true;
  // Whoever stops, or goes on without us, leaves nobody else at work.
  form.addEventListener("submit", () => asked.abort());
  window.addEventListener("pageshow", (event) => event.persisted && location.reload());
  work();
}
