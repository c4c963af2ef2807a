// Gives a head without words its words for those who hear the page: the column of boxes, and the one that
// tables of rows keep for a row's name.
"use strict";
{
  const name = () => {
    for (const head of document.querySelectorAll("#content table thead th")) {
      if (head.textContent.trim()) continue;
      const words = document.createElement("span");
      words.className = "visually-hidden";
      words.textContent = head.querySelector("input") ? "Selection" : "Row";
      head.append(words);
    }
  };

  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", name);
  else name();
}
