// Choosing several items with one click and Shift, and marking words of an article. Every page works without it.
"use strict";

// On a narrow screen the areas and tabs are wider than it: show the one that is open.
document.querySelectorAll(".site ul, .tabs").forEach(function (bar) {
  const here = bar.querySelector("[aria-current]");
  if (here && bar.scrollWidth > bar.clientWidth) {
    bar.scrollLeft = here.getBoundingClientRect().left - bar.getBoundingClientRect().left - 16;
  }
});

(function () {
  const picks = Array.from(document.querySelectorAll("[data-pick]"));
  const told = document.querySelector("[data-picked]");
  const none = told && told.textContent;
  let last = null;

  function count() {
    const chosen = picks.filter((pick) => pick.checked).length;
    if (told) told.textContent = chosen ? told.dataset.some.replace("{}", chosen) : none;
  }

  picks.forEach(function (pick, at) {
    pick.addEventListener("click", function (event) {
      if (event.shiftKey && last !== null) {
        picks.slice(Math.min(last, at), Math.max(last, at) + 1).forEach((each) => { each.checked = pick.checked; });
      }
      last = at;
      count();
    });
  });
  window.addEventListener("pageshow", count);

  // counts that only began are filled in where nobody is using them
  const begun = document.querySelector("[data-counts]");
  if (begun) fetch(begun.dataset.counts).then((answer) => (answer.ok ? answer.text() : "")).then(function (text) {
    const counts = new DOMParser().parseFromString(text, "text/html").getElementById("counts");
    if (!counts) return;
    begun.textContent = counts.dataset.match;
    for (const part of [".tabs", "form.filters"]) {
      const shown = document.querySelector(part);
      const whole = counts.querySelector(part);
      if (!shown || !whole || shown.contains(document.activeElement)) continue;
      const more = shown.querySelector("details.more");
      if (more && more.open) whole.querySelector("details.more").open = true;
      shown.replaceWith(whole);
    }
  });

  const missed = document.querySelector(".mark-missed form");
  const article = document.querySelector(".article");
  if (!missed || !article) return;
  const button = document.createElement("button");
  button.id = "mark-here";
  button.type = "button";
  button.className = "primary";
  button.textContent = missed.dataset.mark;
  button.hidden = true;
  document.body.append(button);

  document.addEventListener("selectionchange", function () {
    const selection = document.getSelection();
    const words = selection ? selection.toString().trim() : "";
    const node = words && selection.anchorNode;
    const block = node && (node.nodeType === 1 ? node : node.parentElement).closest(".article .block");
    button.hidden = !block;
    if (!block) return;
    missed.elements.words.value = words;
    missed.elements.near.value = block.dataset.start;
    const box = selection.getRangeAt(0).getBoundingClientRect();
    button.style.left = Math.max(8, Math.min(box.left + window.scrollX, document.documentElement.clientWidth - 180)) + "px";
    button.style.top = box.bottom + window.scrollY + 8 + "px";
  });
  button.addEventListener("mousedown", (event) => event.preventDefault());
  button.addEventListener("click", () => missed.requestSubmit());
})();
